import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock';
import { addDays, dayAt, instantOf } from '../../../kernel/local-time';
import { type Ask, isOpen, OccurrencesService, StreaksService } from '../../habits';
import { People, type Profile } from '../../users';
import type { Call } from '../call.entity';
import type { CallItem } from '../call-item.entity';
import { CallsRepository } from '../calls.repository';
import type { BriefedHabit, Briefing } from '../domain/conversation/conversation';
import { CALLBACK_LIMIT } from '../domain/next-step';

/** Gathers, in a handful of queries, all that a conversation knows from outside. */
@Injectable()
export class Briefer {
  constructor(
    private readonly calls: CallsRepository,
    private readonly occurrences: OccurrencesService,
    private readonly streaks: StreaksService,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  async brief(call: Call): Promise<Briefing> {
    const profile = await this.people.profile(call.userId);
    const items = (await this.calls.items([call.id])).filter(({ leftOut }) => !leftOut);
    const timeZone = profile.timeZone ?? 'UTC';
    return {
      purpose: call.purpose,
      personName: profile.name,
      habits: await this.habits(call, items),
      timeZone,
      timeFormat: profile.timeFormat,
      callbacksLeft: await this.callbacksLeft(items),
      latestCallback: this.endOfDay(profile, timeZone),
    };
  }

  /** Which of these occurrences ask for nothing any more. */
  async closedAmong(occurrenceIds: string[]): Promise<string[]> {
    const asks = await this.occurrences.asks(occurrenceIds);
    return asks.filter((ask) => !isOpen(ask.status)).map(({ id }) => id);
  }

  private async habits({ userId }: Call, items: CallItem[]): Promise<BriefedHabit[]> {
    const asks = await this.occurrences.asks(occurrenceIdsOf(items));
    const known = new Map(asks.map((ask) => [ask.id, ask]));
    const streaks = await this.streaks.onceDone(userId, asks);
    const titles = new Map(
      (await this.occurrences.titles(items.map(({ habitId }) => habitId))).map((row) => [row.id, row]),
    );
    return items.flatMap(({ occurrenceId, habitId }) => {
      const ask = known.get(occurrenceId ?? '');
      if (ask) return [asked(ask, streaks.get(ask.id) ?? 0)];
      const habit = titles.get(habitId);
      return habit ? [unmarked(habit.title)] : [];
    });
  }

  private async callbacksLeft(items: CallItem[]): Promise<number> {
    const attempts = await this.calls.attempts(occurrenceIdsOf(items));
    return CALLBACK_LIMIT - Math.max(0, ...[...attempts.values()].map(({ callbacks }) => callbacks));
  }

  /** A callback belongs to the day it is for. */
  private endOfDay({ dayEndsAt }: Profile, timeZone: string): Date {
    const today = dayAt(this.clock.now(), timeZone, dayEndsAt);
    return instantOf({ date: addDays(today, 1), time: dayEndsAt }, timeZone);
  }
}

function occurrenceIdsOf(items: CallItem[]): string[] {
  return items.flatMap(({ occurrenceId }) => occurrenceId ?? []);
}

function asked(ask: Ask, streakIfDone: number): BriefedHabit {
  const { id, title, kind, targetUnit, targetValue, targetDirection, localTime, goal } = ask;
  return {
    occurrenceId: id,
    title,
    kind,
    unit: targetUnit,
    target: targetValue,
    direction: targetDirection ?? undefined,
    dueTime: localTime,
    streakIfDone,
    streakUnit: goal?.per,
    open: isOpen(ask.status),
  };
}

/** A call that was asked for when nothing is due: it asks, and marks nothing. */
function unmarked(title: string): BriefedHabit {
  return {
    occurrenceId: null,
    title,
    kind: 'yes-no',
    unit: null,
    target: null,
    dueTime: '00:00',
    streakIfDone: 0,
    open: true,
  };
}
