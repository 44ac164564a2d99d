import { readFileSync } from 'node:fs';
import { World } from '../support/world';

interface Step {
  request: string;
  shown: unknown;
}

const BLOCKS = /```http\n(.+?)\n```\n+```json\n(.+?)\n```/gs;
const NAME = /«(\w+)»/g;

/** Each request of the page with the answer it shows. */
function stepsOf(page: string): Step[] {
  return [...page.matchAll(BLOCKS)].map(([, request = '', shown = '']) => ({ request, shown: JSON.parse(shown) }));
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
    expect(stepsOf(page)).toHaveLength(page.split('```http').length - 1);
  });

  it.each(stepsOf(page))('is right about $request', async ({ request, shown }) => {
    const told = request.replace(NAME, (_, name: string) => kept.get(name) ?? `unknown ${name}`);
    const [, method, path = '', body] = /^(\w+) (\S+)(?:\n\n(.+))?$/s.exec(told) ?? [];
    const token = kept.get('accessToken');
    const answer = await world.http.raw(path, {
      method,
      body,
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(token && { authorization: `Bearer ${token}` }),
      },
    });
    const refused = (shown as { code?: string; status?: unknown }).code ? (shown as { status: number }).status : 0;

    expect(answer.body).toMatchObject(expected(shown, answer.body, kept) as object);
    if (refused) expect(answer.status).toBe(refused);
    else expect(answer.status).toBeLessThan(300);
    await world.time.work();
  });
});
