import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import type { LocalDate } from '../../kernel/local-time';
import { type FieldError, invalidFields } from '../../kernel/problem';
import { newId, UnitOfWork } from '../../platform/database';
import { ExpectedVersion } from '../../platform/http';
import type { CheckIn, CheckInStatus, CheckInVia, SkipReason } from './check-in.entity';
import { CheckInsRepository } from './check-ins.repository';
import { isBackfill, isTooEarly } from './domain/backfill';
import { type Entry, historyOf } from './domain/check-in-history';
import type { Habit } from './habit.entity';
import { tooEarly } from './habits.problems';
import type { HabitRow } from './habits.repository';
import { Numbers } from './numbers';
import { OccurrenceFinder, type Subject } from './occurrence-finder';
import { type OccurrenceRow, wordOf } from './occurrences.repository';
import { Reckoner } from './reckoner';

/** What a person says about an occurrence, and by which way it came. */
export interface Word {
  /** Left out with a number: then it follows from the target. */
  status?: CheckInStatus;
  via: CheckInVia;
  /** What the day came to, in all. Left out or null: no number was said. */
  quantity?: number | null;
  quote?: string | null;
  reason?: SkipReason | null;
  note?: string | null;
}

/** What was understood in a call: a status, a number, or both. */
export interface Heard {
  status: 'completed' | 'skipped' | null;
  quantity: number | null;
  quote: string | null;
  /** When the call was answered: what was told of the day by another way since then is no older, and was typed. */
  since: Date | null;
}

/** Check-ins are set, never toggled: saying the same again changes nothing, and the last word wins. */
@Injectable()
export class CheckInsService {
  constructor(
    private readonly finder: OccurrenceFinder,
    private readonly checkIns: CheckInsRepository,
    private readonly numbers: Numbers,
    private readonly reckoner: Reckoner,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** What was heard in calls is forgotten word for word; what it came to stays. */
  forgetQuotesOf(userId: string): Promise<void> {
    return this.checkIns.forgetQuotesOf(userId);
  }

  forgetQuotesBefore(moment: Date, limit: number): Promise<number> {
    return this.checkIns.forgetQuotesBefore(moment, limit);
  }

  /** Keeps the word, in place of the one before. @throws Problem (400) naming the field that makes no sense for the habit. */
  set(userId: string, occurrenceId: string, word: Word, expected = ExpectedVersion.any): Promise<OccurrenceRow> {
    return this.work.run(async () => this.keep(await this.finder.byId(userId, occurrenceId), word, expected));
  }

  /** The same by the rule's own date and time, which makes the row when there is none yet: early, or after the fact. */
  setAt(
    userId: string,
    habitId: string,
    localDate: string,
    localTime: string,
    word: Word,
    expected = ExpectedVersion.any,
  ): Promise<OccurrenceRow> {
    return this.work.run(async () =>
      this.keep(await this.finder.byMomentOrMade(userId, habitId, localDate, localTime), word, expected),
    );
  }

  /**
   * Takes back what was checked in: the word, and the number it set for the day. What progress added stays. Then it is as the
   * day's number has it, else planned before its time, due until it closes, and afterwards what silence makes of it.
   */
  remove(
    userId: string,
    occurrenceId: string,
    via: CheckInVia = 'app',
    expected = ExpectedVersion.any,
  ): Promise<OccurrenceRow> {
    return this.work.run(async () => this.takeBack(await this.finder.byId(userId, occurrenceId), via, expected));
  }

  removeAt(
    userId: string,
    habitId: string,
    localDate: string,
    localTime: string,
    via: CheckInVia = 'app',
    expected = ExpectedVersion.any,
  ): Promise<OccurrenceRow> {
    return this.work.run(async () =>
      this.takeBack(await this.finder.byMoment(userId, habitId, localDate, localTime), via, expected),
    );
  }

  /** Adds to the number of the day. */
  progress(userId: string, occurrenceId: string, quantity: number, via: CheckInVia): Promise<OccurrenceRow> {
    return this.work.run(async () => {
      const subject = await this.finder.byId(userId, occurrenceId);
      mustSuit({ quantity, via }, subject.habit);
      if (isTooEarly(subject.row.dueAt, this.clock.now())) throw tooEarly();
      await this.numbers.add(subject, quantity, { via });
      return this.reckoner.reckon(subject, { word: false, number: true });
    });
  }

  /**
   * Keeps what was heard in a call. A number alone is the day's number and leaves every word as it is; so does the number of a
   * habit that must not exceed its target, which promises nothing for the rest of the day. A number alone does not replace
   * one that came by another way while the call lasted.
   */
  hear(userId: string, occurrenceId: string, { status, quantity, quote, since }: Heard): Promise<OccurrenceRow> {
    return this.work.run(async () => {
      const subject = await this.finder.byId(userId, occurrenceId);
      const counts = quantity !== null && subject.habit.kind === 'numeric';
      const isLimit = counts && subject.habit.targetDirection === 'at-most';
      if (status === 'skipped' || (status && !isLimit)) {
        return this.keep(subject, { status, via: 'call', quote, quantity }, ExpectedVersion.any);
      }
      if (!counts || cameMeanwhile(subject.row, since)) return subject.row;
      if (!(await this.numbers.set(subject, quantity, { via: 'call', quote }))) return subject.row;
      return this.reckoner.reckon(subject, { word: false, number: true });
    });
  }

  /**
   * By the target as it is now, the numbers of that day and later settle their days, or leave them open again. Days before
   * stay as they were judged. Expects the person to be held.
   */
  async judgeAnew(habit: HabitRow, from: LocalDate): Promise<void> {
    for (const row of await this.numbers.judgeAnew(habit, from)) {
      await this.reckoner.reckon({ row, habit, isNew: false }, { word: false, number: true });
    }
  }

  /** All that was ever said of the occurrence and of the number of its day, the oldest first. */
  async historyOf(row: OccurrenceRow): Promise<Entry<SkipReason>[]> {
    const words = await this.checkIns.historyOf(row.id);
    return historyOf(row, words, await this.numbers.changesOf(row));
  }

  private async keep(subject: Subject, word: Word, expected: ExpectedVersion): Promise<OccurrenceRow> {
    const { row, habit } = subject;
    const now = this.clock.now();
    if (word.via !== 'call') mustSuit(word, habit);
    if (isTooEarly(row.dueAt, now)) throw tooEarly();
    if (!subject.isNew && saysTheSame(row, word)) return row;
    expected.mustBe(wordOf(row));
    await this.checkIns.supersede(row.id, now);
    const { status, quantity, via, quote, note } = word;
    if (status) await this.checkIns.insert(checkIn(subject, { ...word, status }, now));
    const source = status ? { via, quote, withWord: true } : { via, quote, note };
    const counts = typeof quantity === 'number' && habit.kind === 'numeric';
    const number = counts && (await this.numbers.set(subject, quantity, source));
    const isAnother = status !== undefined || row.checkInStatus !== null || subject.isNew;
    return this.reckoner.reckon(subject, { word: isAnother, number });
  }

  private async takeBack(subject: Subject, via: CheckInVia, expected: ExpectedVersion): Promise<OccurrenceRow> {
    const { row } = subject;
    const [word, number] = [row.checkInStatus !== null, await this.numbers.isSetBy(row)];
    if (!word && !number) return row;
    expected.mustBe(wordOf(row));
    if (word) await this.checkIns.takeBack(row.id, via, this.clock.now());
    if (number) await this.numbers.takeBack(subject, { via, withWord: word });
    return this.reckoner.reckon(subject, { word, number });
  }
}

/** @throws Problem (400) naming what does not suit the habit, or its own status. */
function mustSuit({ status, quantity, reason }: Word, { kind }: Habit): void {
  const errors: FieldError[] = [];
  if (status === undefined && typeof quantity !== 'number') {
    errors.push({ pointer: '/status', message: 'Say "completed", "skipped" or "missed", or a "quantity".' });
  }
  if (typeof quantity === 'number' && kind !== 'numeric') {
    errors.push({ pointer: '/quantity', message: 'Only a numeric habit counts: leave the number out.' });
  }
  if (reason && status !== 'skipped') {
    errors.push({ pointer: '/reason', message: 'Only a skip has a reason: leave it out, or say it in "note".' });
  }
  if (errors.length > 0) throw invalidFields(errors);
}

function cameMeanwhile({ totalAt, totalVia }: OccurrenceRow, since: Date | null): boolean {
  return since !== null && totalAt !== null && totalAt > since && totalVia !== 'call';
}

/** What a word leaves out counts as the same. */
function saysTheSame(row: OccurrenceRow, { status, quantity, reason, note }: Word): boolean {
  if (!status) return !row.checkInStatus && row.total === quantity && (note ?? row.totalNote) === row.totalNote;
  return (
    row.checkInStatus === status &&
    (quantity === undefined || row.quantity === quantity) &&
    (typeof quantity !== 'number' || row.total === null || row.total === quantity) &&
    (reason === undefined || row.reason === reason) &&
    (note === undefined || row.note === note)
  );
}

function checkIn({ row, habit }: Subject, word: Word & { status: CheckInStatus }, at: Date): CheckIn {
  return {
    id: newId(),
    occurrenceId: row.id,
    userId: row.userId,
    status: word.status,
    via: word.via,
    at,
    quantity: word.quantity ?? null,
    quote: word.quote ?? null,
    reason: word.reason ?? null,
    note: word.note ?? null,
    backfill: isBackfill(row.dueAt, at) || row.localDate < habit.startDate,
    supersededAt: null,
    takenBackVia: null,
  };
}
