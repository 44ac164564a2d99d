/** Whether an address leads to the machine itself. */
export function isLocal({ hostname }: URL): boolean {
  return /^(|localhost|.+\.localhost|127\.[\d.]+|0\.0\.0\.0|\[::1?\])$/.test(hostname);
}

/** The address in a variable; nothing when it is not set or no address: the schema tells that. */
export function addressIn(text: string | undefined): URL | undefined {
  return (text !== undefined && URL.parse(text)) || undefined;
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
