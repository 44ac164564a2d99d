import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { isTimeZone, type TimeZone, wallTimeAt } from '../../kernel/local-time';
import { invalidFields } from '../../kernel/problem';
import { People } from '../users';
import { nextMoments, type Schedule } from './domain/schedule';
import { scheduleText } from './domain/schedule-text';
import { scheduleFromText, timeZoneInText } from './domain/schedule-words';
import type { PreviewRequest, PreviewResponse } from './habits.dto';
import { timeZoneNeeded } from './habits.problems';
import { scheduleMustMakeSense, scheduleOf, zoneMustExist } from './schedule-fields';

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
    const zoneAround = request.timeZone || whereabouts.timeZone;
    const now = this.clock.now();
    const schedule = scheduleAskedAbout(request, zoneAround, now);
    const zone = schedule.timeZone ?? zoneAround;
    if (!zone) throw timeZoneNeeded();
    const moments = nextMoments(schedule, zone, whereabouts.dayEndsAt, now, request.count);
    const text = scheduleText(schedule);
    return { instants: moments.map(({ dueAt }) => dueAt), text, schedule: { ...schedule, text } };
  }
}

function scheduleAskedAbout({ schedule, text }: PreviewRequest, zone: TimeZone | null, now: Date): Schedule {
  if (typeof text === 'string' && !schedule) return scheduleInWords(text, zone, now);
  if (!schedule || typeof text === 'string') {
    const message = 'Give either "schedule" or "text", such as "Mon, Wed and Fri at 07:00".';
    throw invalidFields(['/schedule', '/text'].map((pointer) => ({ pointer, message })));
  }
  scheduleMustMakeSense(schedule);
  return scheduleOf(schedule);
}

/** @throws Problem when the words are not understood, or what they say makes no sense. */
function scheduleInWords(text: string, zoneAround: TimeZone | null, now: Date): Schedule {
  const pinned = timeZoneInText(text);
  const zone = pinned !== null && isTimeZone(pinned) ? pinned : (zoneAround ?? NOWHERE);
  const reading = scheduleFromText(text, wallTimeAt(now, zone).date);
  if ('problem' in reading) throw invalidFields([{ pointer: '/text', message: reading.problem }]);
  scheduleMustMakeSense(reading.schedule, '/text');
  return reading.schedule;
}

/** Words of somebody whose zone is not known are still read, so that what is wrong with them is said first. */
const NOWHERE = 'UTC';
