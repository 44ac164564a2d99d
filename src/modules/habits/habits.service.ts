import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { dayAt, utcDateAt } from '../../kernel/local-time';
import { absent } from '../../kernel/problem';
import { ChangeLog } from '../../platform/changes';
import { newId, UnitOfWork } from '../../platform/database';
import { ExpectedVersion, isSetAlready, type Page, pageOf, readCursor } from '../../platform/http';
import { People } from '../users';
import { CheckInsService } from './check-ins.service';
import { CheckpointsService } from './checkpoints.service';
import { MOST_HABITS } from './domain/limits';
import { type Schedule, zoneOf } from './domain/schedule';
import type { Habit } from './habit.entity';
import { targetOf } from './habit.response';
import { habitUpdated } from './habits.announcements';
import type { CreateHabitRequest, HabitResponse, ListHabitsQuery, UpdateHabitRequest } from './habits.dto';
import { habitArchived, timeZoneNeededToPlan, tooManyHabits } from './habits.problems';
import { HabitsReader } from './habits.reader';
import { type HabitRow, HabitsRepository } from './habits.repository';
import { Planner } from './planner';
import { fieldsOf, mustLieAhead, mustMakeSense } from './schedule-fields';

@Injectable()
export class HabitsService {
  constructor(
    private readonly habits: HabitsRepository,
    private readonly planner: Planner,
    private readonly reader: HabitsReader,
    private readonly checkpoints: CheckpointsService,
    private readonly checkIns: CheckInsService,
    private readonly people: People,
    private readonly work: UnitOfWork,
    private readonly changes: ChangeLog,
    private readonly clock: Clock,
  ) {}

  async create(userId: string, request: CreateHabitRequest): Promise<HabitResponse> {
    mustMakeSense(request);
    const habit = newHabit(userId, request, this.clock.now());
    return this.work.run(async () => {
      await this.people.hold(userId);
      const profile = await this.people.profile(userId);
      const zone = zoneOf(habit, profile.timeZone);
      if (!zone) throw timeZoneNeededToPlan();
      mustLieAhead(habit, null, { personZone: zone, dayEndsAt: profile.dayEndsAt, now: this.clock.now() });
      await this.mustHaveRoom(userId);
      await this.habits.insert(habit);
      await this.planner.planAnew([habit.id]);
      return this.told(userId, habit.id);
    });
  }

  async list(userId: string, { status, limit, cursor }: ListHabitsQuery): Promise<Page<HabitResponse>> {
    const rows = await this.habits.list(userId, status, readCursor(cursor), limit);
    const shown = await this.reader.shown(userId, rows.slice(0, limit));
    const byId = new Map(shown.map((habit) => [habit.id, habit]));
    return pageOf(
      rows,
      limit,
      ({ createdAt: at, id }) => ({ at, id }),
      ({ id }) => byId.get(id)!,
    );
  }

  async get(userId: string, id: string): Promise<HabitResponse> {
    return (await this.reader.shown(userId, [await this.own(userId, id)]))[0]!;
  }

  /** What is planned is planned anew; what has rung stays as it was. */
  update(
    userId: string,
    id: string,
    request: UpdateHabitRequest,
    expected = ExpectedVersion.any,
  ): Promise<HabitResponse> {
    return this.changing(userId, id, async (before) => {
      if (before.archivedAt) throw habitArchived();
      const fields = fieldsOf(request);
      const { kind = before.kind, target = targetOf(before), schedule } = request;
      mustMakeSense({ kind, target }, schedule);
      if (isSetAlready(before, fields)) return;
      expected.mustBe(before.version);
      if (request.schedule) await this.mustChangeWhatIsAhead(request.schedule, before);
      await this.habits.update(id, { ...fields, updatedAt: this.clock.now() });
      const asksOtherwise = request.schedule ?? request.kind ?? request.target;
      if (request.schedule) await this.checkpoints.forgetOf(id);
      if (asksOtherwise === undefined) return;
      const after = await this.own(userId, id);
      await this.planner.planAfterEdit(after, before.times);
      if (request.target) await this.judgeAnew(after);
    });
  }

  remove(userId: string, id: string, expected = ExpectedVersion.any): Promise<void> {
    return this.work.run(async () => {
      await this.people.hold(userId);
      expected.mustBe((await this.own(userId, id)).version);
      await this.planner.quieten(id);
      await this.checkpoints.forgetOverall(userId);
      await this.habits.remove(id);
      await this.changes.append([habitUpdated(userId, id)]);
    });
  }

  /** Puts the habit away, with all its history. */
  archive(userId: string, id: string, expected = ExpectedVersion.any): Promise<HabitResponse> {
    return this.changing(userId, id, async (habit) => {
      if (habit.archivedAt) return;
      expected.mustBe(habit.version);
      await this.habits.update(id, { archivedAt: this.clock.now() });
      await this.planner.planAnew([id]);
    });
  }

  unarchive(userId: string, id: string, expected = ExpectedVersion.any): Promise<HabitResponse> {
    return this.changing(userId, id, async (habit) => {
      if (!habit.archivedAt) return;
      expected.mustBe(habit.version);
      await this.mustHaveRoom(userId);
      await this.habits.update(id, { archivedAt: null });
      await this.planner.planAnew([id]);
    });
  }

  /** The person lives by another wall clock now, or everything of theirs rests, or does no more. Expects them to be held. */
  async planAllAnew(userId: string): Promise<void> {
    const ids = await this.habits.idsOf(userId);
    await this.planner.planAnew(ids);
    await this.changes.append(ids.map((id) => habitUpdated(userId, id)));
  }

  /** A pause of it was begun, changed or ended: that is an edit, and what is planned is planned anew. */
  async restsOtherwise(id: string): Promise<void> {
    await this.habits.update(id, {});
    await this.planner.planAnew([id]);
  }

  /** Holds the person, lets their habit be changed, and tells what it is then. */
  changing(userId: string, id: string, change: (habit: HabitRow) => Promise<void>): Promise<HabitResponse> {
    return this.work.run(async () => {
      await this.people.hold(userId);
      await change(await this.own(userId, id));
      return this.told(userId, id);
    });
  }

  private async mustChangeWhatIsAhead(schedule: Schedule, before: HabitRow): Promise<void> {
    const { timeZone, dayEndsAt } = await this.people.profile(before.userId);
    const personZone = timeZone ?? before.timeZone;
    if (personZone) mustLieAhead(schedule, before, { personZone, dayEndsAt, now: this.clock.now() });
  }

  private async judgeAnew(habit: HabitRow): Promise<void> {
    const { timeZone, dayEndsAt } = await this.people.profile(habit.userId);
    const today = dayAt(this.clock.now(), zoneOf(habit, timeZone) ?? 'UTC', dayEndsAt);
    await this.checkIns.judgeAnew(habit, today);
  }

  private async mustHaveRoom(userId: string): Promise<void> {
    if ((await this.habits.idsOf(userId)).length >= MOST_HABITS) throw tooManyHabits(MOST_HABITS);
  }

  private async told(userId: string, id: string): Promise<HabitResponse> {
    await this.changes.append([habitUpdated(userId, id)]);
    return this.get(userId, id);
  }

  private async own(userId: string, id: string): Promise<HabitRow> {
    const habit = await this.habits.find(userId, id);
    if (!habit) throw absent('habit');
    return habit;
  }
}

function newHabit(userId: string, request: CreateHabitRequest, now: Date): Habit {
  return {
    description: null,
    kind: 'yes-no',
    targetValue: null,
    targetUnit: null,
    targetDirection: null,
    channel: 'call',
    lateMinutes: 10,
    voiceId: null,
    archivedAt: null,
    plannedUntil: null,
    plannedBy: '',
    checkpointDue: utcDateAt(now),
    version: 1,
    createdAt: now,
    updatedAt: now,
    ...(fieldsOf(request) as Pick<Habit, 'title' | keyof Schedule>),
    id: newId(),
    userId,
  };
}
