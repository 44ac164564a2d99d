/** What one look has found: well, or what is to be done about it. */
export interface Found {
  what: string;
  /** What is to be done; nothing when all is well. */
  remedy?: string;
}

export const well = (what: string): Found => ({ what });

export const mend = (what: string, remedy: string): Found => ({ what, remedy });

/** A look that could not be taken is told as such, and the next ones are taken all the same. */
export async function looked(what: string, look: () => Promise<Found | Found[]>): Promise<Found[]> {
  try {
    return [await look()].flat();
  } catch (error) {
    return [mend(`${what}: ${reasonOf(error)}`, remedyOf(error))];
  }
}

/** An error of the SDK tells its status and code; neither tells a number. */
function reasonOf(error: unknown): string {
  const { status, code } = (error ?? {}) as { status?: number; code?: number | string };
  if (status !== undefined) return `the provider answers ${status}${code === undefined ? '' : ` (code ${code})`}`;
  return code === undefined ? 'no answer' : String(code);
}

function remedyOf(error: unknown): string {
  const { status } = (error ?? {}) as { status?: number };
  if (status === 401 || status === 403) {
    return 'Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN to those at https://console.twilio.com, of one account.';
  }
  if (status === undefined) return 'Let this machine reach the address, and look again.';
  return 'Mend what was told before this, and look again.';
}

/** How it is printed. */
export function told({ what, remedy }: Found): string {
  return remedy ? `MEND  ${what}\n      ${remedy}` : `ok    ${what}`;
}
