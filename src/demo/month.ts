import type { INestApplicationContext } from '@nestjs/common';
import type { HeldClock } from '../kernel/held-clock';
import { addDays, instantOf, type LocalDate, type WallTime } from '../kernel/local-time';
import { unreachable } from '../kernel/unreachable';
import { type Change, ChangeFeed } from '../platform/changes';
import { type Pace, passAsOutside } from './pace';
import { type CallRead, Phone } from './phone';
import { ADA, type Deed, deedsOn, HABITS, MONTH, type Reaction, reactionTo } from './script';
import { type Moment, outcome, rings, stamp } from './telling';
import type { TimeMachine } from './time-machine';

/** Where the month is played: a service whose clock is held, and the address at which it answers. */
export interface Stage {
  app: INestApplicationContext;
  clock: HeldClock;
  time: TimeMachine;
  origin: string;
  /** Takes each line of the story as it happens. */
  tell: (line: string) => void;
  leaving?: AbortSignal;
}

type Occurrence = Moment & { id: string; habitId: string; localDate: LocalDate };
type Counts = { completed: number; skipped: number; missed: number };

/**
 * Ada's month. The stage moves the clock from one moment that matters to the next; what Ada does there, she does from
 * outside, through the public API and the relay, as any phone would.
 */
export class Month {
  private readonly news: Change[] = [];
  private readonly habitIds = new Map<string, string>();

  private constructor(
    private readonly stage: Stage,
    private readonly phone: Phone,
  ) {}

  /** Ada comes in and makes her habits. */
  static async prepare(stage: Stage): Promise<Month> {
    const month = new Month(stage, await Phone.signIn(stage.origin, ADA));
    for (const { title, time, recurrence, channel } of Object.values(HABITS)) {
      const schedule = { startDate: MONTH.from.date, times: [time], recurrence };
      const { id } = await month.phone.post<{ id: string }>('/habits', { title, channel, schedule });
      month.habitIds.set(title, id);
    }
    return month;
  }

  async play(pace: Pace): Promise<void> {
    const unsubscribe = this.stage.app.get(ChangeFeed).subscribe((changes) => {
      this.news.push(...changes.filter(({ userId }) => userId === this.phone.userId));
    });
    try {
      for (let date: LocalDate = MONTH.from.date; date <= MONTH.until.date; date = addDays(date, 1)) {
        for (const deed of deedsOn(date)) await this.doAt(date, deed, pace);
      }
      await this.reach(MONTH.until, pace);
    } finally {
      unsubscribe();
    }
    await this.sumUp();
  }

  private async doAt(date: LocalDate, { at, habit, status, reason }: Deed, pace: Pace): Promise<void> {
    await this.reach({ date, time: at }, pace);
    const path = `/habits/${this.habitIds.get(habit.title)}/days/${date}/${habit.time}/check-in`;
    await this.phone.put(path, { status, reason });
    this.say(`${habit.title}: ${at < habit.time ? 'checked in before its time' : 'checked in'} in the app, ${status}`);
    await this.takeNews(pace);
  }

  private reach(wall: WallTime, pace: Pace): Promise<void> {
    return this.stage.time.reach(instantOf(wall, ADA.timeZone), async (now) => {
      await this.takeNews(pace);
      await pace.keep(now);
      await this.takeNews(pace);
    });
  }

  /** What has just happened, and what comes of it at this same moment. */
  private async takeNews(pace: Pace): Promise<void> {
    await this.stage.app.get(ChangeFeed).read();
    while (this.news.length > 0) {
      for (const change of this.news.splice(0)) await this.take(change, pace);
      await this.stage.time.work();
    }
  }

  private async take({ topic, data }: Change, pace: Pace): Promise<void> {
    if (topic === 'call.ringing') return this.hearRing(String(data.callId), pace);
    if (topic === 'call.updated' && data.status === 'ended') return this.tellOutcome(String(data.callId));
    if (topic === 'notification.created') return this.say(`A message: ${data.title}. ${data.body}`);
    if (topic === 'occurrence.updated' && data.status === 'missed') {
      this.say(`${this.titleOf(String(data.habitId))} is given up as missed`);
    }
  }

  private async hearRing(callId: string, pace: Pace): Promise<void> {
    const call = await this.phone.get<CallRead>(`/calls/${callId}`);
    const occurrence =
      call.occurrenceIds[0] && (await this.phone.get<Occurrence>(`/occurrences/${call.occurrenceIds[0]}`));
    const title = call.habitIds.map((id) => this.titleOf(id)).join(' and ');
    if (!occurrence || !this.isAdas(call))
      return this.leaveToVisitor(callId, `${title || 'A test call'} rings: it is yours`);
    this.say(rings(title, call, occurrence, ADA.timeZone));
    await pace.ring();
    const reaction = reactionTo({ title, date: occurrence.localDate, attempt: call.attempt });
    if (!(await this.react(callId, reaction))) await this.leaveToVisitor(callId, `You were quicker: ${title} is yours`);
  }

  /** False when somebody else has taken the call. */
  private async react(callId: string, reaction: Reaction): Promise<boolean> {
    switch (reaction.does) {
      case 'says': {
        const words = reaction.words.map((voicePrompt) => ({ type: 'prompt', voicePrompt, last: true }) as const);
        return this.phone.answer(callId, words);
      }
      case 'presses':
        return this.phone.answer(callId, [{ type: 'dtmf', digit: reaction.key }]);
      case 'declines':
        return this.phone.decline(callId);
      case 'misses':
        return true;
      default:
        return unreachable(reaction);
    }
  }

  /** Whoever watches has the phone: time passes as it does outside until they have hung up. */
  private async leaveToVisitor(callId: string, line: string): Promise<void> {
    this.say(line);
    const { time, leaving } = this.stage;
    const isLive = async () => (await this.phone.get<CallRead>(`/calls/${callId}`)).status !== 'ended';
    await passAsOutside(time, isLive, leaving);
  }

  private async tellOutcome(callId: string): Promise<void> {
    const call = await this.phone.get<CallRead>(`/calls/${callId}`);
    const { streak } = await this.phone.get<{ streak: { current: number } }>(`/habits/${call.habitIds[0]}`);
    const about = await this.phone.get<{ items: CallRead[] }>(`/calls?occurrenceId=${call.occurrenceIds[0]}`);
    const again = about.items.some(({ status }) => status === 'queued');
    this.say(outcome(call, streak.current, again, ADA.timeZone));
  }

  private async sumUp(): Promise<void> {
    const { days } = await this.phone.get<{ days: Counts[] }>(`/calendar/${MONTH.name}`);
    const { overall } = await this.phone.get<{ overall: { longest: number } }>('/streaks');
    const sum = (what: keyof Counts) => days.reduce((total, day) => total + day[what], 0);
    this.say(`The month is over: ${sum('completed')} done, ${sum('skipped')} skipped, ${sum('missed')} missed`);
    this.say(`The longest streak had ${overall.longest} days`);
  }

  /** Her own habits, rung by the clock; everything else was asked for by whoever watches. */
  private isAdas({ purpose, habitIds }: CallRead): boolean {
    const own = [...this.habitIds.values()];
    return purpose !== 'now' && purpose !== 'test' && habitIds.every((id) => own.includes(id));
  }

  private titleOf(habitId: string): string {
    return [...this.habitIds].find(([, id]) => id === habitId)?.[0] ?? 'Your own habit';
  }

  private say(line: string): void {
    this.stage.tell(`${stamp(this.stage.clock.now(), ADA.timeZone)}  ${line}`);
  }
}
