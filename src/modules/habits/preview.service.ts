import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { type LocalDate, type TimeZone, wallTimeAt } from '../../kernel/local-time';
import { invalidFields } from '../../kernel/problem';
import { People } from '../users';
import { nextMoments, type Schedule, zoneOf } from './domain/schedule';
import { scheduleText } from './domain/schedule-text';
import type { PreviewRequest, PreviewResponse } from './habits.dto';
import { timeZoneNeeded } from './habits.problems';
import { scheduleInWords, scheduleMustMakeSense, scheduleOf, zoneMustExist } from './schedule-fields';

/** Shows when a schedule would ring, before it is kept. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  async preview(userId: string, request: PreviewRequest): Promise<PreviewResponse> {
    const whereabouts = await this.people.whereabouts(userId);
    if (request.timeZone) zoneMustExist(request.timeZone);
    const home = request.timeZone || whereabouts.timeZone;
    const schedule = scheduleOf(this.read(request, home));
    const zone = zoneOf(schedule, home);
    if (!zone) throw timeZoneNeeded();
    const moments = nextMoments(schedule, zone, whereabouts.dayEndsAt, this.clock.now(), request.count);
    const text = scheduleText(schedule);
    return { instants: moments.map(({ dueAt }) => dueAt), text, schedule: { ...schedule, text } };
  }

  private read({ schedule, text }: PreviewRequest, home: TimeZone | null): Schedule {
    if ((schedule === undefined) === (text === undefined)) throw invalidFields([EITHER_OF_BOTH]);
    if (schedule) scheduleMustMakeSense(schedule);
    return schedule ?? this.readWords(text!, home);
  }

  /** What "today" is depends on the zone, which the words may name themselves. */
  private readWords(text: string, home: TimeZone | null): Schedule {
    const schedule = scheduleInWords(text, this.today(home ?? 'UTC'));
    return schedule.timeZone === null ? schedule : scheduleInWords(text, this.today(schedule.timeZone));
  }

  private today(zone: TimeZone): LocalDate {
    return wallTimeAt(this.clock.now(), zone).date;
  }
}

const EITHER_OF_BOTH = {
  pointer: '/schedule',
  message: 'Give either a "schedule" or its words as "text", and not both.',
};
