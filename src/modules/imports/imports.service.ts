import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { Clock, DAY, plus } from '../../kernel/clock';
import { daysBetween, type LocalDate, type LocalTime } from '../../kernel/local-time';
import { absent } from '../../kernel/problem';
import { newId, UnitOfWork } from '../../platform/database';
import { type BroughtHabit, HistoryService, LARGEST_NUMBER, type Overflow, type OwnTerms, type Twin } from '../habits';
import { People } from '../users';
import type { Found, FoundHabit, Rejection } from './domain/found';
import { remarksOnJoining } from './domain/joining';
import { rowsText } from './domain/rows';
import { quoted } from './domain/text';
import { fileNotUnderstood } from './imports.problems';
import { type ImportRow, ImportsRepository, type Source } from './imports.repository';
import { Namesakes } from './namesakes';
import type { Reader } from './reading/readers';

/** A file to look at. */
export interface FileToRead {
  source: Source;
  /** The time of day to ask at, where the file names none. */
  time: LocalTime;
  body: unknown;
  read: Reader;
}

/** What is kept of a habit between preview and apply. */
interface KeptHabit {
  key: string;
  brought: BroughtHabit;
  rule: FoundHabit['rule'];
  remarks: string[];
  place: FoundHabit['place'];
}

type WithDays = Pick<FoundHabit, 'title' | 'place'> & Pick<BroughtHabit, 'told'>;

/** How long a preview may be applied, in milliseconds. */
export const KEPT_FOR = DAY;

const MOST_REJECTED = 5000;

const MOST_DAYS = 250_000;

const [packed, unpacked] = [promisify(gzip), promisify(gunzip)];

/** Shows what would come of a file, and takes it in when the person says so. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly namesakes: Namesakes,
    private readonly history: HistoryService,
    private readonly people: People,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Reads the file and keeps what was read for a day; nothing of it becomes a habit yet. */
  async preview(userId: string, { source, time, body, read }: FileToRead): Promise<ImportRow> {
    const today = await this.history.today(userId);
    const found = await read(body, today);
    const { kept, habitIds, rejected } = await this.allowed(userId, source, found, (habit) =>
      broughtFrom(habit, time, today.day),
    );
    daysMustBeFew(kept);
    const looks = await this.history.look(
      userId,
      kept.map(({ brought }, index) => ({ habitId: habitIds[index]!, brought })),
    );
    const passedOver = kept.flatMap(({ place }, index) => passedOverOf(looks[index]!, place));
    rejectedMustBeFew([...rejected, ...passedOver]);
    const habits = kept.map((habit, index) => ({
      title: habit.brought.title,
      habitId: habitIds[index]!,
      archived: habit.brought.archived,
      ...looks[index]!.view,
      remarks: remarksOn(habit, looks[index]!.joined),
      made: null,
    }));
    const row = {
      ...{ id: newId(), userId, source, createdAt: this.clock.now(), appliedAt: null },
      ...{ habits, rejected: [...rejected, ...passedOver] },
    };
    await this.imports.insert(row, await packed(JSON.stringify(kept)));
    return row;
  }

  /** @throws Problem when there is none of that id, or it is older than a day. */
  async get(userId: string, id: string): Promise<ImportRow> {
    const row = await this.imports.find(userId, id, plus(this.clock.now(), -KEPT_FOR));
    if (!row) throw absent('import');
    return row;
  }

  /**
   * Takes in what was read, habit by habit, each in a transaction of its own: a person with years of history is not held
   * for longer than one habit takes, and what was interrupted goes on where it was when it is asked for again.
   */
  async apply(userId: string, id: string): Promise<ImportRow> {
    const row = await this.get(userId, id);
    if (row.appliedAt) return row;
    const content = await this.imports.contentOf(id);
    if (!content) throw absent('import');
    const kept = JSON.parse((await unpacked(content)).toString()) as KeptHabit[];
    for (const [place, habit] of kept.entries()) {
      if (!row.habits[place]!.made) await this.takeIn(row, place, habit);
    }
    await this.imports.markApplied(id, this.clock.now());
    return this.get(userId, id);
  }

  private takeIn({ id, userId, source }: ImportRow, place: number, kept: KeptHabit): Promise<void> {
    const { key, brought, place: found } = kept;
    return this.work.run(async () => {
      await this.people.hold(userId);
      const { habits, rejected } = await this.get(userId, id);
      const habit = habits[place]!;
      if (habit.made) return;
      const { habitIds } = await this.namesakes.of(userId, source, [{ key, ...brought }]);
      const taken = await this.history.takeIn(userId, habitIds[0]!, brought);
      if (taken) await this.imports.remember(userId, source, key, taken.habitId);
      const made = { habit: taken?.isNew ?? false, days: taken?.days ?? 0 };
      const remarks = remarksOn(kept, taken?.joined ?? null);
      const after = { ...habit, habitId: taken?.habitId ?? null, remarks, made };
      const passedOver = taken ? passedOverOf(taken, found) : [oneTooMany({ ...brought, place: found })];
      await this.imports.noteHabit(id, place, after, notYetIn(rejected, passedOver));
    });
  }

  /** Without the habits that cannot be kept, and those that would be too many. */
  private async allowed(
    userId: string,
    source: Source,
    found: Found,
    broughtOf: (habit: FoundHabit) => BroughtHabit,
  ): Promise<{ kept: KeptHabit[]; habitIds: (string | null)[]; rejected: Rejection[] }> {
    const all = found.habits.map((habit) => ({ ...habit, brought: broughtOf(habit) }));
    const faulty = new Map(all.map((habit) => [habit, this.history.faultsOf(habit.brought.schedule)]));
    const sound = all.filter((habit) => faulty.get(habit)!.length === 0);
    const namesakes = await this.namesakes.of(userId, source, sound);
    let room = namesakes.room;
    const fitting = sound.map((habit, index) => namesakes.habitIds[index] || habit.archived || room-- > 0);
    return {
      kept: sound
        .filter((_, index) => fitting[index])
        .map(({ key, brought, rule, remarks, place }) => ({ key, brought, rule, remarks, place })),
      habitIds: namesakes.habitIds.filter((_, index) => fitting[index]),
      rejected: [
        ...found.rejected,
        ...all
          .filter((habit) => faulty.get(habit)!.length > 0)
          .map((habit) => notTaken(habit, faulty.get(habit)!.join(' '))),
        ...sound.filter((_, index) => !fitting[index]).map(oneTooMany),
      ],
    };
  }
}

/** By what the habit is here, which may have changed since the preview. */
function remarksOn({ brought, rule, remarks, place }: KeptHabit, joined: OwnTerms | null): string[] {
  return joined ? [...remarks, ...remarksOnJoining({ ...brought, rule, place }, joined)] : remarks;
}

/** @throws Problem when it is more than anybody's years of habits. */
function daysMustBeFew(kept: KeptHabit[]): void {
  const days = kept.reduce((sum, { brought }) => sum + daysIn(brought), 0);
  if (days > MOST_DAYS) throw fileNotUnderstood(`The file tells of more than ${MOST_DAYS} days: send it in parts.`);
}

/** @throws Problem when so much is wrong that another file must have been meant. */
function rejectedMustBeFew(rejected: Rejection[]): void {
  if (rejected.length <= MOST_REJECTED) return;
  const { file, row, reason } = rejected[0]!;
  const where = [file, row === null ? null : `row ${row}`].filter((one) => one !== null).join(', ');
  throw fileNotUnderstood(
    `More than ${MOST_REJECTED} rows cannot be taken as they stand. The first, ${where}: ${reason}`,
  );
}

/** At most: not every day that is passed over in silence is one on which it was due. */
function daysIn({ told, missed, silence }: BroughtHabit): number {
  return told.length + missed.length + (silence ? daysBetween(silence.from, silence.to) + 1 : 0);
}

function passedOverOf(
  { twins, overflows }: { twins: Twin[]; overflows: Overflow[] },
  place: FoundHabit['place'],
): Rejection[] {
  return [
    ...twins.map((twin) => thereTwice(twin, place)),
    ...overflows.map((overflow) => beyondTheDay(overflow, place)),
  ];
}

function beyondTheDay(
  { row, localDate, localTime, amount, counted }: Overflow,
  { file }: FoundHabit['place'],
): Rejection {
  const most = `a day comes to at most ${LARGEST_NUMBER}`;
  return { file, row, reason: `${localDate} ${localTime}: ${counted} of ${amount} counts, as ${most}.` };
}

/** By the times the habit has here, which may not be those of the file, and may have changed since its preview. */
function thereTwice({ row, localDate, localTime }: Twin, { file }: FoundHabit['place']): Rejection {
  const why = `as a day without a time counts at ${localTime}`;
  return { file, row, reason: `${localDate} ${localTime} is there twice, ${why}: the first row counts.` };
}

function notYetIn(told: Rejection[], rejected: Rejection[]): Rejection[] {
  const known = new Set(told.map(({ file, row, reason }) => JSON.stringify([file, row, reason])));
  return rejected.filter(({ file, row, reason }) => !known.has(JSON.stringify([file, row, reason])));
}

function oneTooMany(habit: WithDays): Rejection {
  return notTaken(habit, 'a person has at most 200 habits. Archive others first.');
}

/** Of a whole habit, with every day it would have brought: by its row, where the file is one table. */
function notTaken({ title, place, told }: WithDays, why: string): Rejection {
  const rows = place.file === null ? told.flatMap(({ row }) => row ?? []) : [];
  const others = rows.some((row) => row !== place.row);
  return {
    ...place,
    reason: `${quoted(title)}: ${why}${others ? ` By that nothing is taken of ${rowsText(rows)}.` : ''}`,
  };
}

/** A habit begins on its first day; one without a past, today. */
function broughtFrom(habit: FoundHabit, time: LocalTime, today: LocalDate): BroughtHabit {
  const { title, description, kind, target, archived, told, missed, silence, rule } = habit;
  const first = [...told.map(({ date }) => date), ...missed, ...(silence ? [silence.from] : [])].sort()[0];
  const { recurrence, goal } = rule;
  const times = rule.times.length > 0 ? rule.times.toSorted() : [time];
  const startDate = rule.startDate ?? first ?? today;
  const schedule = { startDate, endDate: null, times, recurrence, timeZone: null, goal, exceptions: [] };
  return { title, description, kind, target, schedule, archived, told, missed, silence };
}
