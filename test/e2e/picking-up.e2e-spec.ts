import type { AnswerResponse } from '../../src/modules/calls/calls.dto';
import { knock } from '../support/knock';
import type { Person } from '../support/person';
import { expectProblem } from '../support/problems';
import { tryTicket } from '../support/raw-line';
import { World } from '../support/world';

describe('A call that is picked up', () => {
  let world: World;
  let today: string;

  beforeAll(async () => {
    world = await World.begin('2026-03-01T12:00:00Z');
  });

  beforeEach(async () => {
    today = await world.nextNoon();
  });

  afterAll(() => world.end());

  const once = (person: Person, at: string, title = 'Run') => person.habit(title, { at, every: null });
  const answer = async (person: Person, { id }: { id: string }) =>
    (await person.fresh()).post<AnswerResponse>(`/calls/${id}/answer`);
  const story = async (person: Person) => (await person.calls()).map(({ purpose, ending }) => `${purpose} ${ending}`);
  const rings = async (person: Person, at = '13:00') => {
    await once(person, at);
    await world.reaches(`${today}T${at}`, 'Europe/Lisbon');
    return person.phone.ringing();
  };

  it('is picked up once, however many hands reach for the phone', async () => {
    const lea = await world.person('Lea');
    const call = await rings(lea);
    const hands = await Promise.all(Array.from({ length: 5 }, () => answer(lea, call)));

    expect(hands.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    expectProblem(hands.find(({ status }) => status === 409)!, 409, 'call-not-ringing');
    expectProblem(await (await lea.fresh()).post(`/calls/${call.id}/decline`), 409, 'call-not-ringing');
  });

  it('has rung for thirty seconds at most', async () => {
    const max = await world.person('Max');
    const call = await rings(max);

    world.clock.moveTo(new Date(world.clock.now().getTime() + 29_999));
    expect((await max.phone.ringing()).id).toBe(call.id);
    world.clock.moveTo(new Date(world.clock.now().getTime() + 1));
    expectProblem(await answer(max, call), 409, 'call-not-ringing');
    await world.time.work();
    expectProblem(await answer(max, call), 409, 'call-not-ringing');
    expect(await story(max)).toEqual(['due no-answer', 'follow-up null']);
  });

  it('is connected once, by a ticket of its own', async () => {
    const nia = await world.person('Nia');
    const { relayUrl } = (await answer(nia, await rings(nia))).body;
    const wrong = { code: 4401, reason: 'This ticket was used, is too old, or never was.' };

    expect(await tryTicket(relayUrl.replace(/ticket=.*/, 'ticket=wrong'))).toEqual(wrong);
    expect(await tryTicket(relayUrl.replace(/[?].*/, ''))).toEqual(wrong);
    expect(await tryTicket(relayUrl.slice(0, -1))).toEqual(wrong);
    const [first, second] = [tryTicket(relayUrl), tryTicket(relayUrl)];
    expect(await Promise.race([first, second])).toEqual(wrong);
    await world.passes({ seconds: 5 });
    expect((await Promise.all([first, second])).map(({ code }) => code).sort()).toEqual([4401, 4408]);
  });

  it('is not connected by a ticket older than fifteen seconds', async () => {
    const oli = await world.person('Oli');
    const { relayUrl } = (await answer(oli, await rings(oli))).body;
    world.clock.moveTo(new Date(world.clock.now().getTime() + 15_000));

    expect(await tryTicket(relayUrl)).toMatchObject({ code: 4401 });
  });

  it('rings on when it cannot say where it is to be connected: the host of the request is none', async () => {
    const pia = await world.person('Pia');
    const call = await rings(pia);

    const { accessToken } = (await world.http.post('/auth/dev', { email: 'pia@example.com' })).body;
    const line = `POST /api/v1/calls/${call.id}/answer HTTP/1.1`;
    const headers = [`Authorization: Bearer ${accessToken}`, 'Content-Length: 0', 'Connection: close'];

    expectProblem(await knock(world.http.origin, line, 'Host: a b', ...headers), 400);
    expect((await pia.phone.ringing()).id).toBe(call.id);
  });
});
