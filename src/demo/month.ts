import type { INestApplicationContext } from '@nestjs/common';
import type { HeldClock } from '../kernel/held-clock';
import { addDays, instantOf, type LocalDate, type WallTime } from '../kernel/local-time';
import { unreachable } from '../kernel/unreachable';
import { type Change, ChangeFeed } from '../platform/changes';
import { type Pace, passAsOutside } from './pace';
import { type CallRead, Phone, Refusal } from './phone';
import { ADA, type Deed, deedsOn, HABITS, MONTH, type Reaction, reactionTo } from './script';
import { checkedIn, type Moment, outcome, rings, stamp } from './telling';
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
type HabitRead = { streak: { current: number } };
type Counts = { completed: number; skipped: number; missed: number };

const RINGS = 'call.ringing';

/** What leaves nothing to ring for. */
const SETTLED = ['done', 'skip'];

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
    await this.unlessRefused(async () => {
      await this.phone.put(path, { status, reason });
      this.say(checkedIn(habit.title, status, { early: at < habit.time }));
    });
    await this.takeNews(pace);
  }

  /** Whatever a visitor did while the moment lasted still belongs to it. */
  private async reach(wall: WallTime, pace: Pace): Promise<void> {
    await this.stage.time.reach(instantOf(wall, ADA.timeZone), async (now) => {
      do {
        pace.begin();
        await this.takeNews(pace);
        await pace.end(now);
      } while (this.news.length > 0);
    });
    pace.begin();
  }

  /** What has just happened, and what comes of it at this same moment. */
  private async takeNews(pace: Pace): Promise<void> {
    await this.stage.time.hearNews();
    while (this.news.length > 0) {
      const news = this.news.splice(0);
      for (const change of news) await this.unlessRefused(() => this.take(change, pace));
      if (news.some(({ topic }) => topic === RINGS)) await this.stage.time.work();
    }
  }

  private async take({ topic, data }: Change, pace: Pace): Promise<void> {
    if (topic === RINGS) return this.hearRing(String(data.callId), pace);
    if (topic === 'call.updated' && data.status === 'ended') return this.tellOutcome(String(data.callId));
    if (topic === 'notification.created') return this.say(`A message: ${data.title}. ${data.body}`);
    if (topic === 'occurrence.updated' && data.status === 'missed') {
      this.say(`${this.titleOf(String(data.habitId))} is given up as missed`);
    }
  }

  private async hearRing(callId: string, pace: Pace): Promise<void> {
    const call = await this.phone.get<CallRead>(`/calls/${callId}`);
    const title = call.habitIds.map((id) => this.titleOf(id)).join(' and ') || 'A test call';
    if (!this.isAdas(call)) return this.leaveToVisitor(callId, `${title} rings: it is yours`);
    const occurrence = await this.phone.get<Occurrence>(`/occurrences/${call.occurrenceIds[0]}`);
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
    if (call.habitIds.length === 0) return;
    const { streak } = await this.phone.get<HabitRead>(`/habits/${call.habitIds[0]}`);
    this.say(outcome(call, streak.current, await this.willRingAgain(call), ADA.timeZone));
  }

  private async willRingAgain({ ending, occurrenceIds, results }: CallRead): Promise<boolean> {
    const isSettled = ending === 'answered' && SETTLED.includes(results[0]?.meaning ?? '');
    if (isSettled || occurrenceIds.length === 0) return false;
    const { items } = await this.phone.get<{ items: CallRead[] }>(`/calls?occurrenceId=${occurrenceIds[0]}`);
    return items.some(({ status }) => status === 'queued');
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

  /** Whoever watches may have changed or deleted what the story speaks of: then it goes on without. */
  private async unlessRefused(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.say(`Not any more: ${error.message}`);
    }
  }

  private titleOf(habitId: string): string {
    return [...this.habitIds].find(([, id]) => id === habitId)?.[0] ?? 'Your own habit';
  }

  private say(line: string): void {
    this.stage.tell(`${stamp(this.stage.clock.now(), ADA.timeZone)}  ${line}`);
  }
}
