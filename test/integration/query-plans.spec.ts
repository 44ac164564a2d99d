import { MemoriesRepository } from '../../src/modules/calls/memories/memories.repository';
import { QueueRepository } from '../../src/modules/calls/queue.repository';
import { RephrasingsRepository } from '../../src/modules/calls/rephrasing/rephrasings.repository';
import { Ringings } from '../../src/modules/calls/ringings';
import { CanaryRepository } from '../../src/modules/canary/canary.repository';
import { CheckpointsService } from '../../src/modules/habits/checkpoints.service';
import { HabitsRepository } from '../../src/modules/habits/habits.repository';
import { ImportsRepository } from '../../src/modules/imports/imports.repository';
import { AuditRepository } from '../../src/platform/audit/audit.repository';
import { ChangeLog } from '../../src/platform/changes';
import { Crypto } from '../../src/platform/crypto';
import { ReEncryptionRepository } from '../../src/platform/crypto/re-encryption.repository';
import { newId, queryNames } from '../../src/platform/database';
import { KeptAnswers } from '../../src/platform/idempotency/kept-answers';
import { Asked, type PlanStep } from '../support/asked';
import { askAboutNumbers } from '../support/asking-about-numbers';
import type { TestDatabase } from '../support/database';
import { Engine } from '../support/engine';
import type { Person } from '../support/person';
import { World } from '../support/world';
import { yearsOfUse } from '../support/years-of-use';

/** Methods that only help others of their class and ask in their name, or ask the cache. */
const HELPERS = [
  'counters.columns',
  'engine.people',
  'kept-answers.insert',
  'kept-answers.standingOf',
  'pace.open',
  'pace.parameters',
  'people.forget',
  'quantities.follow',
  'sessions.ownerOf',
];

/** With the database of a good while, and a day of one person lived in it. */
describe('Every query, over a million occurrences,', () => {
  let database: TestDatabase;
  let world: World;
  let asked: Asked;

  beforeAll(async () => {
    database = await yearsOfUse('2026-03-05');
    world = await World.begin('2026-03-03T12:00:00Z', {}, database);
    asked = new Asked(world);
    const ada = await world.person('Ada');
    await habitsOf(ada);
    await bundleOf(ada);
    await talksOf(ada);
    await wordsOf(ada);
    await daysToComeOf(ada);
    await importsOf(ada);
    await mishapsOf(ada);
    await recordOfCanary();
    await otherWords();
    await whatCallsRemember(newId());
    await voicesOf(ada);
    await askAboutNumbers(world, await world.person('Ada'));
    await answersKept(ada);
    await recordOfAccounts(ada);
    await farewellOf(ada);
  }, 120_000);

  afterAll(() => world.end());

  it('is asked in this story, so that none is missing here', () => {
    expect(queryNames().filter((name) => !asked.names.has(name) && !HELPERS.includes(name))).toEqual([]);
  });

  it('goes by an index', async () => {
    const partial = await partialIndexes();
    const plans = await asked.plans(database.url);
    const readAll = plans.flatMap(({ name, steps }) =>
      steps.filter((step) => readsAll(step, partial)).map((step) => `${name}: ${described(step)}`),
    );
    expect(readAll).toEqual([]);
  });

  it('and so does what follows from a deletion', async () => {
    expect(await world.rows(UNINDEXED_REFERENCES)).toEqual([]);
  });

  const partialIndexes = async () =>
    (
      await world.rows<{ name: string }>(
        `SELECT indexrelid::regclass::text AS name FROM pg_index WHERE indpred IS NOT NULL`,
      )
    ).map(({ name }) => name);

  async function habitsOf(ada: Person): Promise<void> {
    const habit = await ada.habit('Walk', { at: '09:00' });
    const { api } = ada;
    await api.get('/habits?limit=1');
    await api.get('/habits?status=archived');
    await api.patch(`/habits/${habit.id}`, {
      title: 'Walk far',
      schedule: {
        startDate: '2026-03-03',
        times: ['10:00'],
        recurrence: 'FREQ=DAILY',
        goal: { times: 2, per: 'week' },
      },
    });
    await api.put(`/habits/${habit.id}/pause`);
    await api.put(`/habits/${habit.id}/pause`, { resumesOn: '2026-03-05' });
    await api.delete(`/habits/${habit.id}/pause`);
    await api.put('/me/pause', { resumesOn: '2026-03-05' });
    await api.get('/me/pause');
    await api.delete('/me/pause');
    await api.put(`/habits/${habit.id}/archive`);
    await api.delete(`/habits/${habit.id}/archive`);
    await api.patch('/me', { timeZone: 'Europe/Berlin' });
    await api.patch('/me/settings', { graceMinutes: 60 });
    await world.app.get(HabitsRepository).countPlannedByOlderZoneData();
    await api.delete(`/habits/${habit.id}`);
    await world.person('Ada', 'Europe/Lisbon');
  }

  /** The second joins the call about the first, which breaks before it gets there; in a third call somebody needs help. */
  async function bundleOf(ada: Person): Promise<void> {
    const first = await ada.habit('Sit', { at: '14:00', every: null });
    const second = await ada.habit('Stand', { at: '14:05', every: null });
    await world.reaches('2026-03-03T14:00', 'Europe/Berlin');
    await (await ada.phone.pickUp()).breakOff();
    await world.passes({ minutes: 1 });
    const third = await ada.habit('Lie', { at: '14:10', every: null });
    await ada.phone.decline().catch(() => undefined);
    await world.reaches('2026-03-03T14:10', 'Europe/Berlin');
    await (await ada.phone.pickUp()).say('call an ambulance');
    for (const { id } of [first, second, third]) await (await ada.fresh()).delete(`/habits/${id}`);
  }

  async function talksOf(ada: Person): Promise<void> {
    const habit = await ada.habit('Run', { at: '20:00' });
    await ada.habit('Read', { at: '20:00' });
    await ada.habit('Rest', { at: '20:00', channel: 'push' });
    await world.reaches('2026-03-03T20:00', 'Europe/Berlin');
    const line = await ada.phone.pickUp();
    await line.say('yes, just finished');
    await world.passes({ seconds: 6 });
    await line.say('call me back in 20 minutes');
    await line.breakOff();
    await world.passes({ minutes: 20, seconds: 5 });
    await ada.phone.decline();
    await (await ada.fresh()).post(`/habits/${habit.id}/calls`);
    await (await ada.fresh()).post('/me/test-call');
    await world.passes({ hours: 3 });
    await ada.calls();
    await ada.messages();
    await ada.calendar('2026-03');
  }

  async function wordsOf(ada: Person): Promise<void> {
    const [occurrence] = await ada.occurrences('2026-03-03', '2026-03-03');
    const { id, habit } = { id: occurrence!.id, habit: occurrence!.habitId };
    await ada.checkIn(id, 'skipped');
    const api = await ada.fresh();
    await api.delete(`/occurrences/${id}/check-in`);
    await api.put(`/habits/${habit}/days/2026-03-03/20:00/check-in`, { status: 'completed' });
    await api.delete(`/habits/${habit}/days/2026-03-03/20:00/check-in`);
    await api.get(`/occurrences/${id}/check-ins`);
    await numbersOf(ada);
    await api.get(`/habits/${habit}/occurrences?from=2026-03-01&to=2026-03-03`);
    await streaksOf(ada, habit);
    await api.get('/me/suppression');
    await ada.timeline(id);
    await ada.today();
  }

  async function streaksOf(ada: Person, habit: string): Promise<void> {
    const api = await ada.fresh();
    await api.get('/streaks');
    await api.get(`/habits/${habit}/streak`);
    await api.get(`/habits/${habit}/script`);
    await api.patch('/me/settings', { streakFreezes: false });
    await api.patch('/me/settings', { streakFreezes: true });
    await api.post('/me/streak-reset');
    await world.app.get(CheckpointsService, { strict: false }).keep();
  }

  async function numbersOf(ada: Person): Promise<void> {
    const target = { value: 2000, unit: 'ml', direction: 'at-least' as const };
    const { id } = await ada.habit('Drink', { at: '23:30', kind: 'numeric', target, zone: 'Europe/Berlin' });
    const { items } = await ada.today();
    const water = items.find(({ habit }) => habit.id === id)!.occurrence.id;
    const api = await ada.fresh();
    await api.put(`/occurrences/${water}/check-in`, { quantity: 1500 });
    await api.post(`/occurrences/${water}/progress`, { quantity: 250 }, { 'idempotency-key': 'a-glass' });
    await api.patch(`/habits/${id}`, { target: { ...target, value: 2500 } });
    await api.delete(`/occurrences/${water}/check-in`);
    await api.delete(`/habits/${id}`);
  }

  /** With a goal among the habits, for which the days of its week are looked through. */
  async function daysToComeOf(ada: Person): Promise<void> {
    const api = await ada.fresh();
    const goal = { times: 3, per: 'week' };
    const schedule = { startDate: '2026-03-03', times: ['21:00'], recurrence: 'FREQ=DAILY', goal };
    await api.post('/habits', { title: 'Swim', schedule });
    await api.get('/upcoming?days=60');
    const { body } = await api.post<{ url: string }>('/me/calendar-feed');
    await world.http.raw(body.url.slice(world.http.origin.length), {});
    await api.get('/me/calendar-feed');
    await api.delete('/me/calendar-feed');
  }

  async function importsOf(ada: Person): Promise<void> {
    const today = world.clock.now().toISOString().slice(0, 10);
    const target = { value: 5, unit: 'km', direction: 'at-least' as const };
    await ada.habit('Row', { kind: 'numeric', target, at: ['22:00', '23:00'] });
    const { credentials } = await ada.fresh();
    const rows = ['Read,2026-03-02', 'Read,2026-03-03', 'Swim,2026-03-02,missed', `Row,${today},,6,5,km`];
    const body = ['habit,date,status,quantity,target,unit', ...rows].join('\n');
    const headers = { ...credentials, 'content-type': 'text/csv' };
    const preview = await world.http.raw<{ id: string }>('/api/v1/imports/csv', { method: 'POST', headers, body });
    await (await ada.fresh()).post(`/imports/${preview.body.id}/apply`);
    await world.app.get(ImportsRepository).forgetBefore(new Date('2026-02-01T00:00:00Z'), 10);
  }

  /** A process dies while it asks the phone to ring, after one of the two habits was checked in. */
  async function mishapsOf(ada: Person): Promise<void> {
    const engine = new Engine(world.app);
    await world.reaches('2026-03-04T19:59', 'Europe/Berlin');
    world.clock.moveTo(new Date('2026-03-04T19:00:00Z'));
    await engine.dispatch();
    await ada.checkIn((await ada.today()).items[0]!.occurrence.id);
    await engine.dialAndDie();
    await world.passes({ seconds: 31 });
    await world.app.get(Ringings).now(ada.id);
    await ada.phone.decline();
    await world.app.get(QueueRepository).unwanted([newId()], newId());
    const log = world.app.get(ChangeLog);
    await log.missedBy(ada.id, { ...(await log.end()), transactionId: '3' }, 100);
    await log.forgetBefore(new Date('2026-01-01T00:00:00Z'), 10);
  }

  async function answersKept({ id }: Person): Promise<void> {
    const answers = world.app.get(KeptAnswers, { strict: false });
    const keyed = { userId: id, key: 'once', request: 'POST /' };
    const first = await answers.claim(keyed);
    await answers.claim(keyed);
    if (first.kind !== 'first') throw new Error('Somebody else was first.');
    await answers.keep(first.claim, { status: 200, headers: {}, body: '' });
    await answers.free(first.claim);
    await answers.forgetExpired(new Date('2026-01-01T00:00:00Z'), 10);
  }

  async function recordOfCanary(): Promise<void> {
    const canary = world.app.get(CanaryRepository);
    const [now, longAgo] = [world.clock.now(), new Date('2026-02-01T00:00:00Z')];
    await canary.judgeUntil(now, longAgo);
    await canary.daysSince(longAgo);
    await canary.forgetRings(longAgo, 10);
    await canary.forgetLife(longAgo, 10);
  }

  async function otherWords(): Promise<void> {
    const rephrasings = world.app.get(RephrasingsRepository);
    const now = world.clock.now();
    await rephrasings.lacking(['Hello.'], now, 5);
    await rephrasings.keep('Hello.', 'Hi.', now);
    await rephrasings.wordsFor('Hello.');
    await rephrasings.forgetBefore(new Date('2026-01-01T00:00:00Z'), 10);
  }

  async function whatCallsRemember(habitId: string): Promise<void> {
    const memories = world.app.get(MemoriesRepository);
    const now = world.clock.now();
    await memories.untold([habitId], [habitId]);
    await memories.list(habitId, null, 5);
    await memories.keep(habitId, habitId, { kind: 'reason', text: 'the kids were sick' }, now);
    await memories.markTold(habitId, habitId, now);
    await memories.of(habitId, habitId);
    await memories.forget(habitId, habitId);
    await memories.forgetToldBefore(new Date('2026-01-01T00:00:00Z'), 10);
    await memories.forgetUntoldBefore(new Date('2026-01-01T00:00:00Z'), 10);
  }

  async function voicesOf(ada: Person): Promise<void> {
    const api = await ada.fresh();
    await api.put('/voices/luna/favourite');
    await api.get('/voices');
    await api.delete('/voices/luna/favourite');
  }

  async function recordOfAccounts(ada: Person): Promise<void> {
    await (await ada.fresh()).get('/me/audit?limit=1');
    await world.app.get(AuditRepository).forgetBefore(new Date('2020-01-01T00:00:00Z'), 10);
    const texts = world.app.get(ReEncryptionRepository);
    const [column] = world.app.get(Crypto).columns;
    const [first] = await texts.under('test-key', column!, ada.id, 500);
    await texts.replace(column!, [{ ...first!, instead: first!.envelope.replace('test-key', 'another') }]);
    await texts.isInUse('test-key', column!);
  }

  async function farewellOf(ada: Person): Promise<void> {
    const api = await ada.fresh();
    await api.put('/me/suppression', { reason: 'Enough.' });
    await api.delete('/me/suppression');
    await api.post('/auth/refresh', { refreshToken: ada.refreshToken });
    await api.post('/auth/logout');
    await (await ada.fresh()).delete('/me');
  }
});

/** Tables of a line for each job, each queue, each account with a provider, each greeting there is, and each ring of the canary in the month that is shown. */
const NEVER_LONG = new Set(['job_turns', 'queue', 'canary_rings', 'rephrasings', 'telephony_pace']);

/** Reads a table, or an index, from end to end. A partial index is a list of work to do: that is read in its order. */
function readsAll(step: PlanStep, partial: string[]): boolean {
  if (NEVER_LONG.has(step['Relation Name'] ?? '')) return false;
  if (step['Node Type'] === 'Seq Scan') return true;
  return step['Index Name'] !== undefined && !step['Index Cond'] && !partial.includes(step['Index Name']);
}

function described(step: PlanStep): string {
  return `${step['Node Type']} on ${step['Index Name'] ?? step['Relation Name']}`;
}

/** References whose columns no whole index begins with: whoever deletes what they refer to reads the whole table. */
const UNINDEXED_REFERENCES = `
  SELECT r.conrelid::regclass::text AS table, r.conname AS reference FROM pg_constraint r
  WHERE r.contype = 'f' AND r.connamespace = 'public'::regnamespace AND NOT EXISTS (
    SELECT 1 FROM pg_index i
    WHERE i.indrelid = r.conrelid AND i.indpred IS NULL AND (i.indkey::int2[])[0:cardinality(r.conkey) - 1] = r.conkey)
  ORDER BY 1, 2
`;
