import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { dayAt, daysBetween } from '../../kernel/local-time';
import { absent, invalidFields } from '../../kernel/problem';
import { type Page, pageOf, readCursor } from '../../platform/http';
import { People } from '../users';
import { timeZoneNeeded } from './habits.problems';
import { HabitsReader } from './habits.reader';
import { HabitsRepository } from './habits.repository';
import type { DaysQuery, TodayResponse } from './occurrences.dto';
import { OccurrenceResponse } from './occurrences.dto';
import { type OccurrenceRow, OccurrencesRepository } from './occurrences.repository';

const MOST_DAYS = 92;

/** What a person reads about their days. */
@Injectable()
export class DaysService {
  constructor(
    private readonly habits: HabitsRepository,
    private readonly occurrences: OccurrencesRepository,
    private readonly reader: HabitsReader,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  async today(userId: string): Promise<TodayResponse> {
    const { timeZone, dayEndsAt } = await this.people.whereabouts(userId);
    if (!timeZone) throw timeZoneNeeded();
    const day = dayAt(this.clock.now(), timeZone, dayEndsAt);
    const rows = await this.occurrences.ofDay(userId, day);
    const habitIds = [...new Set(rows.map(({ habitId }) => habitId))];
    const habits = await this.reader.shown(userId, await this.habits.findMany(habitIds));
    const shown = new Map(habits.map((habit) => [habit.id, habit]));
    const items = rows.map((row) => ({ occurrence: OccurrenceResponse.of(row), habit: shown.get(row.habitId)! }));
    return { day, timeZone, items };
  }

  async between(
    userId: string,
    { from, to, limit, cursor }: DaysQuery,
    habitId?: string,
  ): Promise<Page<OccurrenceResponse>> {
    if (to < from) throw invalidFields([{ pointer: '/to', message: '"to" must not be before "from".' }]);
    if (daysBetween(from, to) >= MOST_DAYS) {
      throw invalidFields([{ pointer: '/to', message: `Ask for at most ${MOST_DAYS} days at a time.` }]);
    }
    if (habitId && !(await this.habits.find(userId, habitId))) throw absent('habit');
    const part = { after: readCursor(cursor), limit };
    const rows = await this.occurrences.page(userId, { first: from, last: to }, habitId, part);
    return pageOf(rows, limit, ({ dueAt: at, id }) => ({ at, id }), OccurrenceResponse.of);
  }

  async occurrence(userId: string, id: string): Promise<OccurrenceRow> {
    const row = await this.occurrences.find(userId, id);
    if (!row) throw absent('occurrence');
    return row;
  }
}
