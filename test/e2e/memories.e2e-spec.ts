import type { MemoryResponse } from '../../src/modules/calls/memories/memories.dto';
import type { Person } from '../support/person';
import { World } from '../support/world';

describe('What a call is asked to remember', () => {
  let world: World;
  let today: string;

  beforeAll(async () => {
    world = await World.begin('2026-03-01T12:00:00Z');
  });
  afterAll(() => world.end());
  beforeEach(async () => {
    today = await world.nextNoon();
  });

  const daily = async (name: string) => {
    const person = await world.person(name);
    const { id } = await person.habit('Run', { at: '13:00' });
    return { person, id };
  };
  const rings = async (person: Person) => {
    await world.reaches(`${today}T13:00`, 'Europe/Lisbon');
    return person.phone.pickUp();
  };
  const memoryOf = async (person: Person, id: string) =>
    (await (await person.fresh()).get<MemoryResponse>(`/habits/${id}/memory`)).body.memory;

  it('is asked about, kept on a yes, told back in the next call, and only once', async () => {
    const { person, id } = await daily('Ada');
    expect(await memoryOf(person, id)).toBeNull();

    const line = await rings(person);
    await line.say('no, because the kids were sick');
    expect(line.heard.join(' ')).toMatch(/You said: “the kids were sick”\. Shall I remember that for next time\?$/);
    await line.say('yes please');
    expect(line.isOver).toBe(true);
    expect((await person.calls())[0]!.results).toMatchObject([{ meaning: 'not-done' }]);
    expect(await memoryOf(person, id)).toMatchObject({ kind: 'reason', text: 'the kids were sick', toldAt: null });

    await world.passes({ minutes: 30 });
    const next = await person.phone.pickUp();
    expect(next.heard.join(' ')).toContain('Last time you said: “the kids were sick”.');
    await next.say('yes');
    expect((await memoryOf(person, id))!.toldAt).not.toBeNull();

    today = await world.nextNoon();
    expect((await rings(person)).heard.join(' ')).not.toContain('Last time you said');
  });

  it('is a plan as well as a reason, and nothing when the answer is no', async () => {
    const { person, id } = await daily('Bea');
    const line = await rings(person);
    await line.say("I'll do it tomorrow before work");
    expect(line.lastWords).toBe('Shall I remember that for next time?');
    await line.say('no thanks');
    expect(line.isOver).toBe(true);
    expect((await person.calls())[0]!.results).toMatchObject([{ meaning: 'not-done' }]);
    expect(await memoryOf(person, id)).toBeNull();
  });

  it('can be forgotten, again and again, and is no business of strangers', async () => {
    const { person, id } = await daily('Cai');
    const line = await rings(person);
    await line.say('not yet because I had guests');
    await line.say('yes');
    expect(await memoryOf(person, id)).toMatchObject({ text: 'I had guests' });

    const stranger = await (await world.person('Dan')).fresh();
    expect((await stranger.get(`/habits/${id}/memory`)).status).toBe(404);
    expect((await stranger.delete(`/habits/${id}/memory`)).status).toBe(404);

    const api = await person.fresh();
    expect((await api.delete(`/habits/${id}/memory`)).status).toBe(204);
    expect((await api.delete(`/habits/${id}/memory`)).status).toBe(204);
    expect(await memoryOf(person, id)).toBeNull();
  });
});
