import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { isTimeZone } from '../../kernel/local-time';
import { invalidFields } from '../../kernel/problem';
import { People } from '../users';
import { nextMoments } from './domain/schedule';
import { scheduleText } from './domain/schedule-text';
import type { PreviewRequest, PreviewResponse } from './habits.dto';
import { timeZoneNeeded } from './habits.problems';
import { scheduleMustMakeSense, scheduleOf } from './schedule-fields';

/** Shows when a schedule would ring, before it is kept. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  async preview(userId: string, request: PreviewRequest): Promise<PreviewResponse> {
    scheduleMustMakeSense(request.schedule);
    const schedule = scheduleOf(request.schedule);
    const whereabouts = await this.people.whereabouts(userId);
    const zone = schedule.timeZone ?? checked(request.timeZone) ?? whereabouts.timeZone;
    if (!zone) throw timeZoneNeeded();
    const moments = nextMoments(schedule, zone, whereabouts.dayEndsAt, this.clock.now(), request.count);
    return { instants: moments.map(({ dueAt }) => dueAt), text: scheduleText(schedule) };
  }
}

function checked(zone: string | null | undefined): string | null {
  if (!zone) return null;
  if (isTimeZone(zone)) return zone;
  throw invalidFields([
    { pointer: '/timeZone', message: `There is no time zone "${zone}". Use an IANA name such as "Europe/Lisbon".` },
  ]);
}
