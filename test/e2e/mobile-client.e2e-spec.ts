import { readFileSync } from 'node:fs';
import { loggedCode } from '../support/number-codes';
import { World } from '../support/world';

interface Message {
  /** `GET /api/v1/today`, or `HTTP/1.1 200`. */
  start: string;
  headers: Record<string, string>;
  body: string | undefined;
}

interface Step {
  request: string;
  answer: string;
}

const REQUEST = /```http\n(?=[A-Z]+ \/)/;
const BLOCKS = /```http\n([A-Z]+ \/(?:(?!```).)+?)\n```\n+```(json|http)\n((?:(?!```).)+?)\n```/gs;
const NAME = /«(\w+)»/g;

/** Each request of the page with the answer it shows; one in JSON alone is good, or says itself what it is. */
function stepsOf(page: string): Step[] {
  return [...page.matchAll(BLOCKS)].map(([, request = '', kind, shown = '']) => {
    const status = /"status": (\d+)/.exec(shown)?.[1] ?? '2..';
    return { request, answer: kind === 'json' ? `HTTP/1.1 ${status}\n\n${shown}` : shown };
  });
}

/** As HTTP writes it: a first line, headers, an empty line, a body. */
function parsed(message: string): Message {
  const [head = '', body] = message.split('\n\n');
  const [start = '', ...lines] = head.split('\n');
  return { start, headers: Object.fromEntries(lines.map((line) => line.split(/: (.*)/s, 2))), body };
}

/** What the answer must match; texts with a name in them match anything and are kept. */
function expected(shown: unknown, answer: unknown, kept: Map<string, string>): unknown {
  if (typeof shown === 'string') {
    const name = /^«(\w+)»$/.exec(shown)?.[1];
    if (name) kept.set(name, String(answer));
    return name || shown === '…' ? expect.stringMatching(/\S/) : shown;
  }
  const inside = (key: string | number) => (answer as Record<string | number, unknown> | undefined)?.[key];
  if (Array.isArray(shown)) return shown.map((one, index) => expected(one, inside(index), kept));
  if (shown === null || typeof shown !== 'object') return shown;
  return Object.fromEntries(Object.entries(shown).map(([key, one]) => [key, expected(one, inside(key), kept)]));
}

describe('docs/mobile-client.md', () => {
  const page = readFileSync('docs/mobile-client.md', 'utf8');
  const kept = new Map<string, string>();
  let world: World;

  beforeAll(async () => {
    world = await World.begin('2026-03-02T06:00:00Z');
  });

  afterAll(() => world.end());

  it('shows an answer to every request', () => {
    expect(stepsOf(page)).toHaveLength(page.split(REQUEST).length - 1);
  });

  it.each(stepsOf(page))('is right about $request', async ({ request, answer }) => {
    if (request.includes('«code»')) kept.set('code', loggedCode(world));
    const told = parsed(request.replace(NAME, (_, name: string) => kept.get(name) ?? `unknown ${name}`));
    const [method, path = ''] = told.start.split(' ');
    const token = kept.get('accessToken');
    const given = await world.http.raw(path, {
      method,
      body: told.body,
      headers: {
        ...told.headers,
        ...(told.body && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
    });
    const shown = parsed(answer);

    expect(`HTTP/1.1 ${given.status}`).toMatch(new RegExp(`^${shown.start}$`));
    for (const [name, value] of Object.entries(shown.headers)) {
      expect({ [name]: given.headers.get(name) }).toEqual({ [name]: expected(value, given.headers.get(name), kept) });
    }
    if (shown.body) expect(given.body).toMatchObject(expected(JSON.parse(shown.body), given.body, kept) as object);
    else expect(given.body).toBe('');
    await world.time.work();
  });
});
