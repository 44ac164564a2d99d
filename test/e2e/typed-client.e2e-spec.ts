import { CallivateClient, type CallivateProblem, type Tokens } from '../../clients/typescript/src';
import { Streams } from '../../src/modules/realtime';
import { documentedFetch } from '../support/documented';
import { EventReader } from '../support/event-reader';
import { World } from '../support/world';

describe('The typed client', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.begin('2026-03-02T06:00:00Z');
  });

  afterAll(() => world.end());

  const daily = { startDate: '2026-03-02', times: ['07:00'], recurrence: 'FREQ=DAILY' };
  const signedIn = async (name: string, onTokens?: (tokens: Tokens | null) => void) => {
    const surroundings = { fetch: documentedFetch };
    const client = new CallivateClient({ origin: world.http.origin, onTokens, surroundings });
    await client.signIn({ email: `${name}@example.com`, name, timeZone: 'Europe/Lisbon' });
    return client;
  };

  it('goes from a first habit to a call that is answered', async () => {
    const client = await signedIn('ann');
    const leaving = new AbortController();
    const opened = Promise.withResolvers<void>();
    const first = client.events({ signal: leaving.signal, onOpen: opened.resolve }).next();
    await opened.promise;
    await client.api.POST('/api/v1/habits', { body: { title: 'Read', schedule: daily } });
    expect((await first).value).toMatchObject({ topic: expect.stringMatching(/^\w+\.updated$/) });
    leaving.abort();
    await world.reaches('2026-03-02T07:00', 'Europe/Lisbon');

    const { data: calls } = await client.api.GET('/api/v1/calls');
    const ringing = calls?.items.find(({ status }) => status === 'ringing');
    let said = '';
    await new Promise<void>((resolve) => {
      void client.answer(
        ringing?.id ?? '',
        (heard) => {
          if (heard.type === 'text') said += heard.token;
          if (said.includes('Read')) resolve();
        },
        resolve,
      );
    });
    expect(said).toContain('Read');
  });

  it('renews an expired token once, however many requests wait for it', async () => {
    const kept: (Tokens | null)[] = [];
    const client = await signedIn('ben', (tokens) => kept.push(tokens));
    await world.passes({ hours: 2 });

    const answers = await Promise.all([1, 2, 3].map(() => client.api.GET('/api/v1/me')));

    expect(answers.map(({ data }) => data?.email)).toEqual(Array(3).fill('ben@example.com'));
    expect(kept).toHaveLength(2);
  });

  it('comes back to a service that sends it away, and is told what it missed', async () => {
    const dan = await world.person('Dan');
    const reader = await EventReader.open(dan);
    const first = await dan.habit('Read');
    await reader.hears('habit.updated', ({ habitId }) => habitId === first.id);

    world.app.get(Streams).sendAway();
    const second = await dan.habit('Run');

    await reader.hears('habit.updated', ({ habitId }) => habitId === second.id);
    expect(reader.topics).not.toContain('reconnect');
    expect(new Set(reader.told.map(({ id }) => id)).size).toBe(reader.told.length);
    reader.leave();
  });

  it('makes a habit once, although the first answer was lost on its way', async () => {
    const lost = { count: 0 };
    const surroundings = {
      wait: async () => undefined,
      fetch: async (request: Request) => {
        const response = await documentedFetch(request);
        if (!request.url.endsWith('/habits') || lost.count++ > 0) return response;
        throw new TypeError('fetch failed');
      },
    };
    const client = new CallivateClient({ origin: world.http.origin, surroundings });
    await client.signIn({ email: 'eve@example.com', name: 'Eve', timeZone: 'Europe/Lisbon' });
    const { data: made } = await client.api.POST('/api/v1/habits', { body: { title: 'Read', schedule: daily } });

    const { data: habits } = await client.api.GET('/api/v1/habits');
    expect(lost.count).toBe(3);
    expect(habits?.items).toEqual([made]);
  });

  it('throws a refusal as a problem with its code', async () => {
    const client = await signedIn('cat');
    const id = '019acb3e-7c00-7000-8000-000000000009';
    const refusal = client.api.GET('/api/v1/habits/{id}', { params: { path: { id } } });

    await expect(refusal).rejects.toMatchObject({ status: 404, code: 'not-found' } satisfies Partial<CallivateProblem>);
  });
});
