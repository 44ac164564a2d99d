import { invalidFields } from '../../kernel/problem';

/**
 * Where this service is reached from outside: under the configured public address; without one, under the address the
 * request itself came to.
 * @throws Problem when that is none.
 */
export function ownOrigin(configured: string | undefined, host: string | undefined): string {
  const base = configured ?? (host && `http://${host}`);
  const url = base ? URL.parse(base) : null;
  if (!url) throw invalidFields([{ pointer: '/host', message: 'The Host header is not an address.' }]);
  return url.origin;
}
