import { DAY, plus } from '../../src/kernel/clock';
import type { ScriptResponse } from '../../src/modules/calls/calls.dto';
import type { MemoryPage, MemoryResponse } from '../../src/modules/calls/memories/memories.dto';
import { MemoriesRepository } from '../../src/modules/calls/memories/memories.repository';
import { eventually } from '../support/eventually';
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
  /** The follow-up, which says nothing of it, and then the next day. */
  const comesAgain = async (person: Person) => {
    await world.passes({ minutes: 30, seconds: 5 });
    const followUp = await person.phone.pickUp();
    expect(followUp.heard.join(' ')).not.toContain('Last time you said');
    await followUp.say('no');
    today = await world.nextNoon();
  };
  const scriptOf = async (person: Person, id: string) =>
    (await (await person.fresh()).get<ScriptResponse>(`/habits/${id}/script`)).body.greeting;
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

    await comesAgain(person);
    expect(await scriptOf(person, id)).toContain('Last time you said: “the kids were sick”.');
    const next = await rings(person);
    expect(next.heard.slice(-2)).toEqual(['Last time you said: “the kids were sick”.', expect.stringMatching(/\?$/)]);
    await next.say('yes');
    expect((await memoryOf(person, id))!.toldAt).not.toBeNull();

    today = await world.nextNoon();
    expect(await scriptOf(person, id)).not.toContain('Last time you said: “the kids were sick”.');
    expect((await rings(person)).heard.join(' ')).not.toContain('Last time you said');
  });

  it('is told by a call that is asked for', async () => {
    const { person, id } = await daily('Eve');
    await (await (await rings(person)).say("No, I'll do it tomorrow before work")).say('yes');
    await (await person.fresh()).post(`/habits/${id}/calls`);
    const line = await person.phone.pickUp();
    expect(line.heard.slice(-2)).toEqual(['Last time you said: “tomorrow before work”.', expect.stringMatching(/\?$/)]);
  });

  it('may be said when it is skipped, and is replaced by what is said later', async () => {
    const { person, id } = await daily('Fay');
    await (await (await rings(person)).say('skip it because I have guests')).say('sure');
    expect(await memoryOf(person, id)).toMatchObject({ kind: 'reason', text: 'I have guests' });

    today = await world.nextNoon();
    await (await (await rings(person)).say("not today, I'll go tomorrow at seven")).say('right');
    expect(await memoryOf(person, id)).toMatchObject({ kind: 'commitment', text: 'tomorrow at seven', toldAt: null });
    expect((await world.rows('SELECT FROM memories WHERE habit_id = $1', [id])).length).toBe(1);
  });

  it('marks nothing with the key that stands for done, and keeps the answer of who hangs up', async () => {
    const { person, id } = await daily('Gil');
    const line = await rings(person);
    await line.say('skip it because the kids were sick');
    await line.breakOff();
    await eventually(async () => (await person.calls())[0]!.status === 'ended');
    expect((await person.calls())[0]!.results).toMatchObject([{ meaning: 'skip' }]);
    expect(await person.dayOf(today)).toEqual(['13:00 skipped']);

    today = await world.nextNoon();
    await (await (await rings(person)).say('no because the kids were sick')).press('1');
    const answered = (await person.calls()).filter(({ ending }) => ending === 'answered');
    expect(answered.map(({ results }) => results[0]!.meaning)).toEqual(['not-done']);
    expect(await person.dayOf(today)).toEqual(['13:00 due']);
    expect(await memoryOf(person, id)).toBeNull();
  });

  it('is listed, the latest first, page by page, and to its person alone', async () => {
    const { person, id } = await daily('Hal');
    await (await (await rings(person)).say('no because I had guests')).say('yes');
    const other = await person.habit('Read', { at: '14:00' });
    await world.reaches(`${today}T14:00`, 'Europe/Lisbon');
    await (await (await person.phone.pickUp()).say('no because I lost my book')).say('yes');

    const api = await person.fresh();
    const first = (await api.get<MemoryPage>('/memories?limit=1')).body;
    expect(first.items).toMatchObject([{ habitId: other.id, memory: { text: 'I lost my book' } }]);
    const second = (await api.get<MemoryPage>(`/memories?limit=1&cursor=${first.nextCursor}`)).body;
    expect(second).toMatchObject({ items: [{ habitId: id, memory: { text: 'I had guests' } }], nextCursor: null });
    const stranger = await (await world.person('Ida')).fresh();
    expect((await stranger.get<MemoryPage>('/memories')).body.items).toEqual([]);
  });

  it('goes with its habit, its call and its person', async () => {
    const kept = async () => (await world.rows('SELECT FROM memories')).length;
    const before = await kept();
    for (const [name, erase] of [
      ['Joe', (person: Person, id: string) => person.fresh().then((api) => api.delete(`/habits/${id}`))],
      ['Kim', async (person: Person) => world.rows('DELETE FROM calls WHERE id = $1', [(await person.calls())[0]!.id])],
      ['Lea', (person: Person) => person.fresh().then((api) => api.delete('/me'))],
    ] as const) {
      const { person, id } = await daily(name);
      await (await (await rings(person)).say('no because I had guests')).say('yes');
      expect(await kept()).toBe(before + 1);
      await erase(person, id);
      expect(await kept()).toBe(before);
      today = await world.nextNoon();
    }
  });

  it('is forgotten in time when no call ever told it', async () => {
    const { person, id } = await daily('Max');
    await (await (await rings(person)).say('no because I had guests')).say('yes');
    const memories = world.app.get(MemoriesRepository);
    const { saidAt } = (await memoryOf(person, id))!;
    const daysOn = (days: number) => plus(new Date(saidAt), days * DAY);
    await memories.forgetUntoldBefore(daysOn(0), 100);
    await memories.forgetToldBefore(daysOn(1), 100);
    expect(await memoryOf(person, id)).toMatchObject({ toldAt: null });
    await memories.forgetUntoldBefore(daysOn(1), 100);
    expect(await memoryOf(person, id)).toBeNull();
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
