/** What must never be read in a log, and what stands in its place. Longer shapes come first: they contain shorter ones. */
const SECRETS: [shape: RegExp, instead: string][] = [
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]'],
  [/\b(Bearer|Basic)\s+[^\s"',]+/gi, '$1 [secret]'],
  [/\b(ticket|token|secret|password|code|api[_-]?key)(["']?\s*[=:]\s*["']?)[^\s"'&,;)]+/gi, '$1$2[secret]'],
  [/(:\/\/[^\s:/@]+:)[^\s@/]+@/g, '$1[secret]@'],
  [/[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(\.[\w-]+)+/g, '[e-mail]'],
  [/(?<![\w-])[\w-]{43}(?![\w-])/g, '[token]'],
  [/(?<![\w.:+-])\+?\d[\d ().-]{7,}\d(?![\w:-])/g, '[number]'],
];

/** The text without secrets, tokens, e-mail addresses and telephone numbers: whatever an error or a library wrote into it. */
export function redacted(text: string): string {
  return SECRETS.reduce((left, [shape, instead]) => left.replace(shape, instead), text);
}

interface Described {
  type: string;
  message: string;
  stack: string | undefined;
  code?: string;
  cause?: Described;
  errors?: Described[];
}

/** An error as the log keeps it: its words and where it came from, but not what a library hung on it, such as parameters. */
export function describedError(error: unknown, depth = 3): Described | undefined {
  if (!(error instanceof Error) || depth === 0) return undefined;
  const { code, errors } = error as { code?: unknown; errors?: unknown };
  return {
    type: error.name,
    message: redacted(error.message),
    stack: error.stack && redacted(error.stack),
    ...(typeof code === 'string' && { code }),
    ...(error.cause !== undefined && { cause: describedError(error.cause, depth - 1) }),
    ...(Array.isArray(errors) && { errors: errors.slice(0, 5).flatMap((one) => describedError(one, depth - 1) ?? []) }),
  };
}
