import fc from 'fast-check';
import { HOUR, MINUTE, plus } from '../../src/kernel/clock';
import { addDays, dayAt } from '../../src/kernel/local-time';
import { CallsService } from '../../src/modules/calls/calls.service';
import { CheckInsService, HabitsService, PauseOfEverythingService, PausesService } from '../../src/modules/habits';
import type { HabitRow } from '../../src/modules/habits/habits.repository';
import { People, UsersService } from '../../src/modules/users';
import { crowd } from '../support/crowd';
import { Engine } from '../support/engine';
import { brokenPromises, undone } from '../support/promises';
import { World } from '../support/world';

const RUNS = 15;
const PEOPLE = 2;
const TIMES = ['07:00', '07:05', '12:30', '20:00', '23:50'];
const ZONES = ['Europe/Lisbon', 'America/New_York', 'Asia/Tokyo'];
const MEANINGS = ['done', 'skip', 'not-done', 'later', 'unclear', null];

type Step =
  | { kind: 'pass'; minutes: number }
  | { kind: 'outage'; minutes: number }
  | {
      kind:
        | 'check-in'
        | 'take-back'
        | 'decline'
        | 'answer-and-drop'
        | 'suppress'
        | 'allow'
        | 'pause'
        | 'resume'
        | 'pause-everything'
        | 'resume-everything';
      who: number;
    }
  | { kind: 'pause-until'; who: number; days: number; everything: boolean }
  | { kind: 'talk'; who: number; meaning: string | null; breaksOff: boolean }
  | { kind: 'edit'; who: number; time: string }
  | { kind: 'travel'; who: number; zone: string }
  | { kind: 'die-while-dialing' };

const who = fc.nat({ max: PEOPLE - 1 });
const minutes = (max: number) => fc.integer({ min: 1, max });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('pass' as const), minutes: minutes(9 * 60) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pass' as const), minutes: minutes(15) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('outage' as const), minutes: minutes(60 * 60) }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        'check-in',
        'take-back',
        'decline',
        'answer-and-drop',
        'suppress',
        'allow',
        'pause',
        'resume',
        'pause-everything',
        'resume-everything',
      ),
      who,
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('talk' as const),
      who,
      meaning: fc.constantFrom(...MEANINGS),
      breaksOff: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('edit' as const), who, time: fc.constantFrom(...TIMES) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('travel' as const), who, zone: fc.constantFrom(...ZONES) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('pause-until' as const),
      who,
      days: fc.integer({ min: 1, max: 3 }),
      everything: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('die-while-dialing' as const) }) },
);

describe('Whatever happens in a life', () => {
  let world: World;
  let engine: Engine;

  beforeAll(async () => {
    world = await World.begin('2026-03-02T12:00:00Z');
    engine = new Engine(world.app);
  });

  afterAll(() => world.end());

  it('the engine keeps its promises, at every moment, and forgets nothing in the end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const people = await begin();
        for (const one of steps) {
          await take(one, people);
          expect(await brokenPromises(world)).toEqual([]);
        }
        await passes(30 * 60);
        expect(await undone(world)).toEqual([]);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  }, 120_000);

  const begin = async (): Promise<string[]> => {
    await world.rows('DELETE FROM users');
    return crowd(world, PEOPLE, [
      { title: 'Run', at: '20:00' },
      { title: 'Read', at: '20:00' },
      { title: 'Stretch', at: '07:00', channel: 'push' },
    ]);
  };

  const take = async (step: Step, people: string[]): Promise<unknown> => {
    if (step.kind === 'pass') return passes(step.minutes);
    if (step.kind === 'outage') return world.clock.moveTo(plus(world.clock.now(), step.minutes * MINUTE));
    if (step.kind === 'die-while-dialing') return engine.dispatch().then(() => engine.dialAndDie());
    return live(step, people[step.who]!);
  };

  /** Stops wherever something happens, and looks whether all is well there. */
  const passes = (minutes: number) =>
    world.time.reach(plus(world.clock.now(), minutes * MINUTE), async () => {
      expect(await brokenPromises(world)).toEqual([]);
      expect(await undone(world)).toEqual([]);
    });

  const live = async (step: Exclude<Step, { kind: 'pass' | 'outage' | 'die-while-dialing' }>, userId: string) => {
    const users = world.app.get(UsersService);
    const habits = world.app.get(HabitsService);
    const [pauses, everything] = [world.app.get(PausesService), world.app.get(PauseOfEverythingService)];
    const [habit] = await world.rows<HabitRow>('SELECT * FROM habits WHERE user_id = $1 ORDER BY id', [userId]);
    const { id, startDate, endDate, recurrence, timeZone } = habit!;
    switch (step.kind) {
      case 'check-in':
        return checkIn(userId);
      case 'take-back':
        return takeBack(userId);
      case 'decline':
        return withTheRinging(userId, (call) => world.app.get(CallsService).decline(userId, call));
      case 'answer-and-drop':
        return withTheRinging(userId, (call) => world.app.get(CallsService).answer(userId, call));
      case 'talk':
        return withTheRinging(userId, (call) => talk(userId, call, step));
      case 'suppress':
        return users.suppress(userId, { via: 'app', reason: 'Enough.' });
      case 'allow':
        return users.allowCalls(userId);
      case 'pause':
        return pauses.pause(userId, id);
      case 'resume':
        return pauses.resume(userId, id);
      case 'pause-everything':
        return everything.pause(userId);
      case 'resume-everything':
        return everything.resume(userId);
      case 'pause-until':
        return step.everything
          ? everything.pause(userId, { resumesOn: await dayIn(userId, step.days) })
          : pauses.pause(userId, id, { resumesOn: await dayIn(userId, step.days) });
      case 'edit':
        return habits.update(userId, id, {
          schedule: { startDate, endDate, recurrence, timeZone, goal: null, exceptions: [], times: [step.time] },
        });
      case 'travel':
        return users.update(userId, { timeZone: step.zone });
    }
  };

  const dayIn = async (userId: string, days: number) => {
    const { timeZone, dayEndsAt } = await world.app.get(People).profile(userId);
    return addDays(dayAt(world.clock.now(), timeZone!, dayEndsAt), days);
  };

  const checkIn = async (userId: string) => {
    const [open] = await world.rows<{ id: string }>(
      `SELECT id FROM occurrences WHERE user_id = $1 AND status IN ('planned', 'due') AND due_at < $2 ORDER BY due_at`,
      [userId, plus(world.clock.now(), 24 * HOUR)],
    );
    if (open) await engine.checkIn(userId, open.id);
  };

  const takeBack = async (userId: string) => {
    const [said] = await world.rows<{ occurrenceId: string }>(
      'SELECT occurrence_id FROM check_ins WHERE user_id = $1 AND superseded_at IS NULL ORDER BY at DESC, id DESC',
      [userId],
    );
    if (said) await world.app.get(CheckInsService).remove(userId, said.occurrenceId);
  };

  const withTheRinging = async (userId: string, act: (callId: string) => Promise<unknown>) => {
    const [ringing] = await world.rows<{ id: string }>(
      `SELECT id FROM calls WHERE user_id = $1 AND status = 'ringing' AND lease_until > $2`,
      [userId, world.clock.now()],
    );
    if (ringing) await act(ringing.id);
  };

  /** One answer to everything, as a talk would keep it; then goodbye, or the line breaks and others find out. */
  const talk = async (
    userId: string,
    callId: string,
    { meaning, breaksOff }: { meaning: string | null; breaksOff: boolean },
  ) => {
    await world.app.get(CallsService).answer(userId, callId);
    const backAt = meaning === 'later' ? plus(world.clock.now(), 20 * MINUTE) : null;
    await world.rows('UPDATE call_items SET meaning = $2, call_back_at = $3 WHERE call_id = $1', [
      callId,
      meaning,
      backAt,
    ]);
    if (!breaksOff) await engine.end(callId);
  };
});
