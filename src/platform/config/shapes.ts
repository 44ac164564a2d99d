import { z } from 'zod';

/** `true` or `false`. */
export const flag = (fallback: boolean) =>
  z
    .enum(['true', 'false'], { error: 'must be true or false' })
    .default(fallback ? 'true' : 'false')
    .transform((text) => text === 'true');

/** A whole number, both bounds included. */
export const wholeNumber = (from: number, to: number) =>
  z.coerce
    .number({ error: 'must be a whole number' })
    .int('must be a whole number')
    .min(from, `must be at least ${from}`)
    .max(to, `must be at most ${to}`);

/** An amount of money, in whatever currency. */
export const amount = z.coerce.number({ error: 'must be an amount' }).min(0, 'must be 0 or more');

/** A URL of certain protocols; the example stands in what is said of a wrong one. */
export const url = (protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: `must be a URL such as ${example}` });

/** Where a web page or the API is, without a path: one would be passed over. */
export const origin = (error: string) =>
  z.url({ protocol: /^https?$/, error, abort: true }).refine((text) => /^\w+:\/\/[^/?#]+\/?$/.test(text), { error });

/** What a socket listens on. */
export const host = z.union([z.ipv4(), z.ipv6(), z.hostname()], {
  error: 'must be an address or a host name, without a port',
});

/** In characters. */
export const SHORTEST_SECRET = 32;

/** Secrets of a ring, `name:secret`; the name travels with what the secret made, and finds it again. */
export const keyRing = z
  .string()
  .regex(
    /^[\w-]+:[^,\s]{32,}(,[\w-]+:[^,\s]{32,})*$/,
    'must be name:secret pairs separated by commas, each secret 32 characters or more',
  )
  .transform((text) =>
    text
      .split(',')
      .map((pair) => ({ id: pair.slice(0, pair.indexOf(':')), secret: pair.slice(pair.indexOf(':') + 1) })),
  )
  .refine((ring) => new Set(ring.map(({ id }) => id)).size === ring.length, 'must have each name once');

/** Tokens of which each opens the same door, so that a new one can take the place of an old one. */
export const tokens = z
  .string()
  .transform((text) => text.split(',').map((token) => token.trim()))
  .refine(
    (list) => list.every(({ length }) => length >= SHORTEST_SECRET),
    `must be tokens separated by commas, each of ${SHORTEST_SECRET} characters or more`,
  );
