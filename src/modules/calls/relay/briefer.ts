import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock';
import { addDays, dayAt, instantOf } from '../../../kernel/local-time';
import { type Ask, isOpen, type Named, OccurrencesService, type Stakes, StreaksService } from '../../habits';
import { People, type Profile } from '../../users';
import { chosenVoice, voiceOf } from '../../voices';
import type { Call } from '../call.entity';
import type { CallItem } from '../call-item.entity';
import { CallsRepository } from '../calls.repository';
import type { Purpose } from '../domain/call';
import type { BriefedHabit, Briefing, ClosedAs } from '../domain/conversation/conversation';
import type { Memory } from '../domain/memory/memory';
import { CALLBACK_LIMIT } from '../domain/next-step';
import { MemoriesRepository } from '../memories/memories.repository';
import { Rephraser } from '../rephrasing/rephraser';
import { chanceOf } from './chance';

/** What a call is about, or would be. */
type About = Pick<CallItem, 'occurrenceId' | 'habitId'>;

/** The call, or one that would be. */
type Called = Pick<Call, 'userId' | 'purpose' | 'line' | 'consentId'> & { id: string | null };

/** What a habit's next call will be briefed with, and what it is about; no occurrence when none is planned yet. */
export interface NextBriefing {
  briefing: Briefing;
  occurrenceId: string | null;
  voiceId: string | null;
}

/** Gathers, in a handful of queries, all that a conversation knows from outside. */
@Injectable()
export class Briefer {
  constructor(
    private readonly calls: CallsRepository,
    private readonly occurrences: OccurrencesService,
    private readonly streaks: StreaksService,
    private readonly people: People,
    private readonly rephraser: Rephraser,
    private readonly memories: MemoriesRepository,
    private readonly clock: Clock,
  ) {}

  async brief(call: Call): Promise<Briefing> {
    const items = (await this.calls.items([call.id])).filter(({ leftOut }) => !leftOut);
    const asks = await this.occurrences.asks(occurrenceIdsOf(items));
    return (await this.gather(call, items, asks)).briefing;
  }

  /** As the next call about a habit would be briefed, if nothing changes until then. The habit is the person's own. */
  async briefNext(userId: string, habitId: string): Promise<NextBriefing> {
    const ask = await this.occurrences.nextPlanned(habitId);
    const about = { habitId, occurrenceId: ask?.id ?? null };
    const call = { userId, id: null, purpose: 'due', line: 'browser', consentId: null } as const;
    return { ...(await this.gather(call, [about], ask ? [ask] : [])), ...about };
  }

  /** Which of these occurrences ask for nothing any more, and how that came. One that is gone was deleted with its habit. */
  async closedAmong(occurrenceIds: string[]): Promise<{ id: string; as: ClosedAs }[]> {
    const asks = new Map((await this.occurrences.asks(occurrenceIds)).map((ask) => [ask.id, ask]));
    return occurrenceIds.flatMap((id) => {
      const ask = asks.get(id);
      return ask && isOpen(ask.status) ? [] : [{ id, as: closedAs(ask) }];
    });
  }

  private async gather(call: Called, items: About[], asks: Ask[]): Promise<Omit<NextBriefing, 'occurrenceId'>> {
    const { userId, id, purpose } = call;
    const profile = await this.people.profile(userId);
    const timeZone = profile.timeZone ?? 'UTC';
    const day = asks[0]?.day ?? dayAt(this.clock.now(), timeZone, profile.dayEndsAt);
    const names = await this.names(items);
    const choice = [names.get(items[0]?.habitId ?? '')?.voiceId ?? null, profile.defaultVoiceId] as const;
    const briefing: Briefing = {
      purpose,
      personName: profile.name,
      language: profile.language,
      persona: voiceOf(...choice).persona,
      chance: purpose === 'due' && items[0] ? chanceOf(items[0].habitId, day) : chanceOf(id ?? userId),
      day,
      firstCall: !(await this.calls.hasAnsweredBefore(userId, id)),
      habits: await this.habits({ userId, purpose }, items, asks, names),
      timeZone,
      timeFormat: profile.timeFormat,
      callbacksLeft: await this.callbacksLeft(items),
      latestCallback: this.endOfDay(profile, timeZone),
      ...(call.line === 'telephone' && { telephone: { voicemail: profile.voicemail } }),
      keepsWords: keepsWords(call, profile),
    };
    const rephrased = await this.rephraser.rephrasedFor(briefing);
    return { briefing: { ...briefing, rephrased }, voiceId: chosenVoice(...choice)?.id ?? null };
  }

  private async habits(
    { userId, purpose }: Pick<Call, 'userId' | 'purpose'>,
    items: About[],
    asks: Ask[],
    names: Map<string, Named>,
  ): Promise<BriefedHabit[]> {
    const known = new Map(asks.map((ask) => [ask.id, ask]));
    const stakes = await this.streaks.stakes(userId, asks);
    const memoryOf = await this.memoriesFor(purpose, items);
    return items.flatMap(({ occurrenceId, habitId }) => {
      const ask = known.get(occurrenceId ?? '');
      if (ask)
        return [{ ...asked(ask, stakes.get(ask.id)!), memory: isOpen(ask.status) ? memoryOf(habitId) : undefined }];
      const habit = names.get(habitId);
      return habit ? [unmarked(habit.title)] : [];
    });
  }

  private async names(items: About[]): Promise<Map<string, Named>> {
    const names = await this.occurrences.names(items.map(({ habitId }) => habitId));
    return new Map(names.map((name) => [name.id, name]));
  }

  /**
   * What is to be told of each habit, once however often it is asked about. Who said a moment ago why not is not told so by
   * the follow-up or the callback about the very same occurrence, but the next time.
   */
  private async memoriesFor(purpose: Purpose, items: About[]): Promise<(habitId: string) => Memory | undefined> {
    const isAgain = purpose === 'follow-up' || purpose === 'callback';
    const habitIds = items.map(({ habitId }) => habitId);
    const untold = await this.memories.untold(habitIds, isAgain ? occurrenceIdsOf(items) : []);
    const left = new Map(untold.map(({ habitId, ...memory }) => [habitId, memory]));
    return (habitId) => {
      const memory = left.get(habitId);
      left.delete(habitId);
      return memory;
    };
  }

  private async callbacksLeft(items: About[]): Promise<number> {
    const attempts = await this.calls.attempts(occurrenceIdsOf(items));
    return CALLBACK_LIMIT - Math.max(0, ...[...attempts.values()].map(({ callbacks }) => callbacks));
  }

  /** A callback belongs to the day it is for. */
  private endOfDay({ dayEndsAt }: Profile, timeZone: string): Date {
    const today = dayAt(this.clock.now(), timeZone, dayEndsAt);
    return instantOf({ date: addDays(today, 1), time: dayEndsAt }, timeZone);
  }
}

/** On a telephone, only of whoever has agreed that their words are written down: somebody may call us who has not. */
function keepsWords({ line, consentId }: Called, { keepTranscripts }: Profile): boolean {
  return keepTranscripts && (line === 'browser' || consentId !== null);
}

function closedAs(ask: Ask | undefined): ClosedAs {
  if (ask?.status === 'completed') return 'done';
  return ask?.resting ? 'paused' : 'settled';
}

function occurrenceIdsOf(items: About[]): string[] {
  return items.flatMap(({ occurrenceId }) => occurrenceId ?? []);
}

function asked(ask: Ask, { onceDone, atStake, reachesMilestone, missedYesterday, weeks }: Stakes): BriefedHabit {
  const { id, title, kind, targetUnit, targetValue, targetDirection, localTime, goal } = ask;
  return {
    occurrenceId: id,
    title,
    kind,
    unit: targetUnit,
    target: targetValue,
    direction: targetDirection ?? undefined,
    dueTime: localTime,
    streakIfDone: onceDone,
    streakUnit: goal?.per,
    streakAtStake: atStake,
    reachesMilestone,
    missedYesterday,
    weeks,
    open: isOpen(ask.status),
    ...(!isOpen(ask.status) && { closedAs: closedAs(ask) }),
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
