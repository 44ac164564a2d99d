import { PauseOfEverythingService } from '../../src/modules/habits';
import { ZoneData } from '../../src/platform/time';
import { crowd } from '../support/crowd';
import { Elsewhere } from '../support/elsewhere';
import { Engine } from '../support/engine';
import { HttpClient } from '../support/http-client';
import { World } from '../support/world';

const PEOPLE = 3;
const OPS = 'ops-token-of-zone-data-0123456789abcdef';

/** The service's zone data says 20:00 in Lisbon is 20:00 UTC; the data of before had said 19:00. */
describe('When the service comes with newer zone data', () => {
  let world: World;
  let engine: Engine;
  let people: string[];

  beforeEach(async () => {
    world = await World.begin('2026-03-02T12:00:00Z', { OPS_TOKEN: OPS });
    engine = new Engine(world.app);
    runsOn('2036b');
    people = await crowd(world, PEOPLE, [{ title: 'Run', at: '20:00', channel: 'push' }]);
  });

  afterEach(() => world.end());

  const runsOn = (version: string) => Object.assign(world.app.get(ZoneData), { version });
  const dueAts = async () => {
    const rows = await world.rows<{ dueAt: Date }>(
      `SELECT DISTINCT due_at FROM occurrences WHERE status = 'planned' ORDER BY due_at`,
    );
    return rows.map(({ dueAt }) => dueAt.toISOString());
  };
  const plannedBy = async () => {
    const rows = await world.rows<{ plannedBy: string }>('SELECT planned_by FROM habits ORDER BY planned_by');
    return rows.map((row) => row.plannedBy);
  };
  /** As older data had planned them. */
  const anHourOff = () =>
    world.rows(`UPDATE occurrences SET due_at = due_at - interval '1 hour' WHERE status = 'planned'`);
  const planning = async () => {
    const api = new HttpClient(world.http.origin);
    const { body } = await api.raw('/status', { headers: { authorization: `Bearer ${OPS}` } });
    return (body as { planning: object }).planning;
  };

  const RIGHT = ['2026-03-02T20:00:00.000Z', '2026-03-03T20:00:00.000Z'];
  const WRONG = ['2026-03-02T19:00:00.000Z', '2026-03-03T19:00:00.000Z'];

  it('what was planned by the older moves to its right instant, and keeps its id', async () => {
    await anHourOff();
    await engine.plan();
    expect(await dueAts()).toEqual(WRONG);
    const ids = await world.rows('SELECT id FROM occurrences ORDER BY id');

    runsOn('2036c');
    await engine.plan();

    expect(await dueAts()).toEqual(RIGHT);
    expect(await world.rows('SELECT id FROM occurrences ORDER BY id')).toEqual(ids);
    expect(await plannedBy()).toEqual(['2036c', '2036c', '2036c']);
  });

  it('what has rung stays as it was', async () => {
    await anHourOff();
    world.clock.moveTo(new Date('2026-03-02T19:00:00Z'));
    await engine.dispatch();

    runsOn('2037a');
    await engine.plan();

    const days = await world.rows<{ status: string; dueAt: Date }>(
      'SELECT DISTINCT status, due_at FROM occurrences ORDER BY due_at',
    );
    expect(days.map(({ status, dueAt }) => `${status} ${dueAt.toISOString()}`)).toEqual([
      `due ${WRONG[0]}`,
      `planned ${RIGHT[1]}`,
    ]);
  });

  it('operators see its version and how many habits still wait', async () => {
    expect(await planning()).toEqual({ zoneData: '2036b', habitsWaiting: 0 });
    runsOn('2036c');
    expect(await planning()).toEqual({ zoneData: '2036c', habitsWaiting: PEOPLE });

    const elsewhere = await Elsewhere.open(world);
    await elsewhere.hold(people[0]!);
    await engine.plan();
    expect(await planning()).toEqual({ zoneData: '2036c', habitsWaiting: 1 });
    await elsewhere.rollback();
    await elsewhere.leave();
    await engine.plan();
    expect(await planning()).toEqual({ zoneData: '2036c', habitsWaiting: 0 });
  });

  it('a replica with the older data does not plan back, and what it has planned is planned anew by the newer', async () => {
    runsOn('2036a');
    await anHourOff();
    await engine.plan();
    expect(await dueAts()).toEqual(WRONG);
    expect(await plannedBy()).toEqual(['2036b', '2036b', '2036b']);

    world.clock.moveTo(new Date('2026-03-03T12:00:01Z'));
    await engine.plan();
    expect(await plannedBy()).toEqual(['2036a', '2036a', '2036a']);
    runsOn('2036b');
    await engine.plan();
    expect(await plannedBy()).toEqual(['2036b', '2036b', '2036b']);
  });

  it('a pause ends with its day as the newer data has it', async () => {
    const [ada] = people as [string];
    await world.app.get(PauseOfEverythingService).pause(ada, { resumesOn: '2026-03-04' });
    await world.rows(`UPDATE user_pauses SET ended_at = ended_at + interval '1 hour'`);
    runsOn('2036c');
    await engine.plan();
    expect(await world.rows('SELECT ended_at FROM user_pauses')).toEqual([
      { endedAt: new Date('2026-03-04T00:00:00Z') },
    ]);
  });
});
