import type { HttpClient } from '../support/http-client';
import type { Person } from '../support/person';
import { expectProblem } from '../support/problems';
import { World } from '../support/world';

const TODAY = '2026-03-02';
const ABSENT = '01920000-0000-7000-8000-000000000000';

type Method = 'get' | 'put' | 'post' | 'patch' | 'delete';

/** Every route of the API, by the document the service itself gives out: a new one is tried without being named here. */
describe('Strangers', () => {
  let world: World;
  let ada: Person;
  let stranger: HttpClient;
  let routes: { method: Method; path: string }[];
  let idsOf: Record<string, string>;
  let keys = 0;

  beforeAll(async () => {
    world = await World.begin(`${TODAY}T12:00:00Z`);
    ada = await world.person('Ada');
    stranger = (await world.person('Bea')).api;
    const habit = await ada.habit('Run', { at: '20:00' });
    const call = (await ada.api.post<{ id: string }>(`/habits/${habit.id}/calls`)).body;
    const headers = { ...ada.api.credentials, 'content-type': 'text/csv' };
    const file = { method: 'POST', headers, body: `habit,date\nRead,${TODAY}\n` };
    const preview = (await world.http.raw<{ id: string }>('/api/v1/imports/csv', file)).body;
    idsOf = {
      imports: preview.id,
      habits: habit.id,
      calls: call.id,
      occurrences: (await ada.today()).items[0]!.occurrence.id,
    };
    const { body } = await world.http.raw<{ paths: Record<string, object> }>('/docs/openapi.json', {});
    routes = Object.entries(body.paths)
      .filter(([path]) => path.startsWith('/api/v1/'))
      .flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => ({ method: method as Method, path: path.slice(7) })),
      );
  });

  afterAll(() => world.end());

  const ask = (api: HttpClient, method: Method, path: string) => {
    if (method === 'get' || method === 'delete') return api[method](path);
    return api[method](path, bodyFor(path), { 'idempotency-key': `key-${++keys}` });
  };
  const bodyFor = (path: string) => {
    if (path.endsWith('/check-in')) return { status: 'completed' };
    if (path.endsWith('/progress')) return { quantity: 1 };
    return path.endsWith('/answer') ? undefined : {};
  };
  const filledIn = (path: string, id: string) =>
    `${path.replace('{id}', id).replace('{localDate}', TODAY).replace('{localTime}', '20:00')}${
      path.endsWith('/occurrences') ? `?from=${TODAY}&to=${TODAY}` : ''
    }`;
  const withId = () => routes.filter(({ path }) => path.includes('{id}'));
  const theirs = (path: string) => filledIn(path, idsOf[path.split('/')[1]!]!);
  const told = ({ body }: { body: Record<string, unknown> }) => ({ ...body, instance: null, correlationId: null });

  it('are as many routes as there are', () => {
    expect(withId().length).toBeGreaterThanOrEqual(17);
    expect(routes.length).toBeGreaterThanOrEqual(35);
  });

  it('find in the place of another person’s thing what they find where there is nothing', async () => {
    for (const { method, path } of withId()) {
      const another = await ask(stranger, method, theirs(path));
      const absent = await ask(stranger, method, filledIn(path, ABSENT));
      const nonsense = await ask(stranger, method, filledIn(path, 'nonsense'));

      expectProblem(another, 404, 'not-found');
      expect(told(another)).toEqual(told(absent));
      expect(told(nonsense)).toEqual(told(absent));
    }
  });

  it('change nothing of it by asking', async () => {
    expect((await ada.api.get(`/habits/${idsOf.habits}`)).body).toMatchObject({ title: 'Run', status: 'active' });
    expect((await ada.api.get(`/calls/${idsOf.calls}`)).body).toMatchObject({ status: 'ringing' });
    expect((await ada.api.get(`/occurrences/${idsOf.occurrences}`)).body).toMatchObject({ checkIn: null });
  });

  it('who do not say who they are find every door closed, but for those to come in by', async () => {
    const open: string[] = [];
    for (const { method, path } of routes) {
      const answer = await ask(world.http, method, theirs(path));
      if (answer.status === 401) expectProblem(answer, 401, 'unauthenticated');
      else open.push(`${method} ${path}`);
    }

    expect(open.sort()).toEqual(['get /calendar.ics', 'get /health', 'post /auth/dev', 'post /auth/refresh']);
  });
});
