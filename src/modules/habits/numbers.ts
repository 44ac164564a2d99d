import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import type { LocalDate } from '../../kernel/local-time';
import { invalidFields } from '../../kernel/problem';
import type { CheckInVia } from './check-in.entity';
import type { DayQuantity } from './day-quantity.entity';
import type { BroughtNumber, Overflow } from './domain/history';
import { LARGEST_NUMBER, SMALLEST_NUMBER } from './domain/limits';
import { broughtTo, cutShort, hasSet, roomAfter, totalOf, verdictOn } from './domain/quantity';
import type { Habit } from './habit.entity';
import type { HabitRow } from './habits.repository';
import type { Subject } from './occurrence-finder';
import { type OccurrenceRow, OccurrencesRepository } from './occurrences.repository';
import { QuantitiesRepository } from './quantities.repository';

/** How a number came. */
export interface Source {
  via: CheckInVia;
  quote?: string | null;
  note?: string | null;
  /** It came with a word about its moment. */
  withWord?: boolean;
}

/** What became of brought numbers: the days whose number is another by them, and which of them did not count in full. */
export interface Brought {
  days: Set<LocalDate>;
  overflows: Overflow[];
}

/** The numbers of days: each change is kept, and what they come to is reckoned from all of them. Expects the person to be held. */
@Injectable()
export class Numbers {
  constructor(
    private readonly quantities: QuantitiesRepository,
    private readonly occurrences: OccurrencesRepository,
    private readonly clock: Clock,
  ) {}

  /** The day came to so much. False when it did already, and there is no more to tell. */
  async set(subject: Subject, amount: number, source: Source): Promise<boolean> {
    const before = await this.changesOf(subject.row);
    if (totalOf(before) === amount && !source.note) return false;
    await this.append(subject, before, { change: 'set', amount }, source);
    return true;
  }

  /** So much more of the day is done. @throws Problem (400) when the day would come to more than it may. */
  async add(subject: Subject, amount: number, source: Source): Promise<void> {
    const before = await this.changesOf(subject.row);
    mustHaveRoom(totalOf(before), amount);
    await this.append(subject, before, { change: 'add', amount }, source);
  }

  /** What was set by this moment is taken back. */
  async takeBack(subject: Subject, source: Source): Promise<void> {
    const before = await this.changesOf(subject.row);
    await this.append(subject, before, { change: 'take-back', amount: null }, source);
  }

  /** What was kept elsewhere counts here from now on. */
  async bring(habit: Habit, brought: BroughtNumber[]): Promise<Brought> {
    if (habit.kind !== 'numeric' || brought.length === 0) return { days: new Set(), overflows: [] };
    const days = [...Map.groupBy(brought, ({ day }) => day)].sort(([one], [other]) => (one < other ? -1 : 1));
    const known = await this.quantities.between(habit.id, days[0]![0], days.at(-1)![0]);
    const before = Map.groupBy(known, ({ day }) => day);
    const perDay = days.map(([day, ofDay]) => ({
      ofDay,
      changes: this.broughtChanges(habit, day, before.get(day) ?? [], ofDay),
    }));
    const changes = perDay.flatMap((one) => one.changes);
    await this.quantities.appendMany(changes);
    return {
      days: new Set(changes.map(({ day }) => day)),
      overflows: perDay.flatMap((one) => cutShort(one.changes, one.ofDay)),
    };
  }

  /** Judges the numbers of that day and later by the target as it is now. Returns an occurrence of each of these days. */
  async judgeAnew(habit: HabitRow, from: LocalDate): Promise<OccurrenceRow[]> {
    const current = await this.quantities.currentSince(habit.id, from);
    for (const { day, total } of current) await this.quantities.judge(habit.id, day, verdictFor(habit, total));
    const rows = await this.occurrences.ofHabitDays(
      habit.id,
      current.map(({ day }) => day),
    );
    return [...Map.groupBy(rows, ({ day }) => day).values()].map(([first]) => first!);
  }

  /** Whether something that this moment has set stands. */
  async isSetBy(row: OccurrenceRow): Promise<boolean> {
    return row.totalPosition !== null && hasSet(await this.changesOf(row), row);
  }

  /** Every change to the number of the day, the oldest first. */
  changesOf({ habitId, day }: OccurrenceRow): Promise<DayQuantity[]> {
    return this.quantities.ofDay(habitId, day);
  }

  private broughtChanges(habit: Habit, day: LocalDate, before: DayQuantity[], brought: BroughtNumber[]): DayQuantity[] {
    const at = this.clock.now();
    const changes = broughtTo(before, brought);
    return changes.map((change, place) => {
      const total = totalOf([...before, ...changes.slice(0, place + 1)]);
      return {
        ...{ habitId: habit.id, userId: habit.userId, day, ...change, total, via: 'import', withWord: true },
        ...{ position: before.length + place + 1, verdict: verdictFor(habit, total), quote: null, note: null, at },
        followedAt: place === changes.length - 1 ? null : at,
      };
    });
  }

  private async append(
    { row, habit }: Subject,
    before: DayQuantity[],
    change: Pick<DayQuantity, 'change' | 'amount'>,
    { via, quote = null, note = null, withWord = false }: Source,
  ): Promise<void> {
    const { habitId, userId, day, localDate, localTime } = row;
    const total = totalOf([...before, { ...change, localDate, localTime }]);
    await this.quantities.append({
      ...{ habitId, userId, day, localDate, localTime, ...change, total, via, quote, note, withWord },
      position: before.length + 1,
      verdict: verdictFor(habit, total),
      at: this.clock.now(),
      followedAt: null,
    });
  }
}

function mustHaveRoom(total: number | null, amount: number): void {
  const room = roomAfter(total);
  if (amount <= room) return;
  const standing =
    room < SMALLEST_NUMBER ? 'is there: nothing can be added to it' : `is at ${total ?? 0}: add at most ${room}`;
  const message = `A day comes to at most ${LARGEST_NUMBER}, and this one ${standing}.`;
  throw invalidFields([{ pointer: '/quantity', message }]);
}

function verdictFor({ targetValue, targetDirection }: Habit, total: number | null): DayQuantity['verdict'] {
  if (targetValue === null || targetDirection === null) return null;
  return verdictOn(total, { value: targetValue, direction: targetDirection });
}
