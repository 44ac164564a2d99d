/** The address in a variable; nothing when it is not set or no address: the schema tells that. */
export function addressIn(text: string | undefined): URL | undefined {
  return (text !== undefined && URL.parse(text)) || undefined;
}

/** The addresses in a list with commas. */
export function addressesIn(list = ''): URL[] {
  return list.split(',').flatMap((text) => addressIn(text.trim()) ?? []);
}

/** The password in an address, as it is sent. */
export function passwordIn(text: string | undefined): string | undefined {
  const password = addressIn(text)?.password;
  if (!password) return undefined;
  try {
    return decodeURIComponent(password);
  } catch {
    return password;
  }
}

/** Whether an address leads to the machine itself. One without a host is that of a socket file. */
export function leadsHere(text: string | undefined): boolean {
  const address = addressIn(text);
  return address !== undefined && isLocal(address);
}

/** Whether an address leads to another machine. */
export function leadsAway(text: string | undefined): boolean {
  const address = addressIn(text);
  return address !== undefined && !isLocal(address);
}

/** Whether the address of a PostgreSQL insists on TLS; `prefer` does without when it must. */
export function asksForTls(text: string | undefined): boolean {
  const asked = addressIn(text)?.searchParams;
  return /^(require|verify-ca|verify-full)$/.test(asked?.get('sslmode') ?? '') || asked?.get('ssl') === 'true';
}

function isLocal({ hostname }: URL): boolean {
  return /^(|(.+\.)?localhost\.?|127\.[\d.]+|0\.0\.0\.0|\[::1?\])$/.test(hostname);
}
