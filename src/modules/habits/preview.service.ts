import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock';
import { isTimeZone, type TimeZone, wallTimeAt } from '../../kernel/local-time';
import { type FieldError, invalidFields } from '../../kernel/problem';
import { People } from '../users';
import { nextMoments, type Schedule } from './domain/schedule';
import { scheduleText } from './domain/schedule-text';
import { scheduleFromText, timeZoneInText } from './domain/schedule-words';
import type { PreviewRequest, PreviewResponse } from './habits.dto';
import { timeZoneNeededToPlan } from './habits.problems';
import { HabitsRepository } from './habits.repository';
import { mustLieAhead, scheduleMustMakeSense, scheduleOf } from './schedule-fields';

/** Shows when a schedule would ring, before it is kept, and refuses what a habit would be refused for. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly habits: HabitsRepository,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  async preview(userId: string, request: PreviewRequest): Promise<PreviewResponse> {
    const whereabouts = await this.people.whereabouts(userId);
    const zoneAround = request.timeZone ?? whereabouts.timeZone;
    const now = this.clock.now();
    const schedule = scheduleAskedAbout(request, zoneAround, now);
    const zone = schedule.timeZone ?? zoneAround;
    if (!zone) throw timeZoneNeededToPlan();
    const before = request.habitId ? await this.habitToChange(userId, request.habitId) : null;
    const here = { personZone: zoneAround ?? zone, dayEndsAt: whereabouts.dayEndsAt, now };
    mustLieAhead(schedule, before, here, typeof request.text === 'string' ? inText : undefined);
    const moments = nextMoments(schedule, zone, whereabouts.dayEndsAt, now, request.count);
    const text = scheduleText(schedule);
    return { instants: moments.map(({ dueAt }) => dueAt), text, schedule: { ...schedule, text } };
  }

  private async habitToChange(userId: string, id: string): Promise<Schedule> {
    const habit = await this.habits.find(userId, id);
    if (!habit)
      throw invalidFields([{ pointer: '/habitId', message: 'There is no such habit: leave it out for a new one.' }]);
    return habit;
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
  scheduleMustMakeSense(reading.schedule, inText);
  return reading.schedule;
}

function inText({ message }: FieldError): FieldError {
  return { pointer: '/text', message };
}

/** Words of somebody whose zone is not known are still read, so that what is wrong with them is said first. */
const NOWHERE = 'UTC';
