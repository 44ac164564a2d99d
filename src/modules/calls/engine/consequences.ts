import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock';
import { newId } from '../../../platform/database';
import { type Ask, CheckInsService, isOpen, OccurrencesService } from '../../habits';
import { type Draft, MessagesService } from '../../notifications';
import { People } from '../../users';
import type { Call } from '../call.entity';
import type { CallItem } from '../call-item.entity';
import { type Attempts, CallsRepository } from '../calls.repository';
import { lateAfter, latestOf } from '../domain/lateness';
import { countsAlone, type NextStep, nextStep, type Outcome, statusIn } from '../domain/next-step';
import { QueueRepository } from '../queue.repository';
import { lineOf } from './standing';

/** One thing a call was about, and what follows for it. */
interface Follows {
  item: CallItem;
  ask: Ask;
  step: NextStep;
}

/** Carries out what follows a call: check-ins, one more call, a message. Expects the person to be held. */
@Injectable()
export class Consequences {
  constructor(
    private readonly calls: CallsRepository,
    private readonly queue: QueueRepository,
    private readonly occurrences: OccurrencesService,
    private readonly checkIns: CheckInsService,
    private readonly messages: MessagesService,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  async follow(call: Call): Promise<void> {
    const items = (await this.calls.items([call.id])).filter(({ occurrenceId, leftOut }) => occurrenceId && !leftOut);
    const counted = await this.count(call, items);
    const all = await this.stepsAfter(call, items, counted);
    await this.takeUpJoined(all);
    for (const { ask, item, step } of all) if (step.kind === 'check-in') await this.hear(ask, item, step.status);
    const again = all.filter(({ step }) => step.kind === 'call-again');
    for (const group of together(again)) await this.callAgain(call, group);
    await this.tell(call, all);
  }

  /**
   * Numbers come first, for they may answer for more than what they were said of. Returns the occurrences for which the number
   * is all there is to say: their habits must not exceed it.
   */
  private async count({ ending, answeredAt }: Call, items: CallItem[]): Promise<Set<string>> {
    const numbered = items.filter(({ quantity }) => quantity !== null);
    if (numbered.length === 0 || ending === 'canceled') return new Set();
    const asks = await this.asksOf(numbered);
    const limits = new Set<string>();
    for (const item of numbered) {
      const ask = asks.get(item.occurrenceId!)!;
      if (!isOpen(ask.status)) continue;
      const isLimit = ask.targetDirection === 'at-most' && item.meaning === 'done';
      if (countsAlone(item.meaning) || isLimit) await this.hear(ask, item, statusIn(item.meaning), answeredAt);
      if (ask.targetDirection === 'at-most' && item.meaning !== 'skip') limits.add(ask.id);
    }
    return limits;
  }

  private async stepsAfter(call: Call, items: CallItem[], counted: Set<string>): Promise<Follows[]> {
    const asks = await this.asksOf(items);
    const attempts = await this.calls.attempts([...asks.keys()]);
    const { followUpMinutes } = await this.people.profile(call.userId);
    return items.map((item) => {
      const ask = asks.get(item.occurrenceId!)!;
      const outcome = { ...outcomeOf(call, item, ask, attempts.get(ask.id)), counted: counted.has(ask.id) };
      return { item, ask, step: nextStep(outcome, { followUpMinutes }, this.clock.now()) };
    });
  }

  /** What joined the call was asked about in it, or is given back to its own time. */
  private async takeUpJoined(all: Follows[]): Promise<void> {
    const joined = all.filter(({ item }) => item.joined);
    const [givenBack, asked] = [joined.filter(isGivenBack), joined.filter((one) => !isGivenBack(one))];
    await this.occurrences.giveBack(givenBack.map(({ ask }) => ask));
    await this.occurrences.markReached(asked.map(({ ask }) => ask.id));
  }

  private async asksOf(items: CallItem[]): Promise<Map<string, Ask>> {
    const asks = await this.occurrences.asks(items.map(({ occurrenceId }) => occurrenceId!));
    return new Map(asks.map((ask) => [ask.id, ask]));
  }

  private async hear(
    ask: Ask,
    { quote, quantity }: CallItem,
    status: 'completed' | 'skipped' | null,
    since: Date | null = null,
  ): Promise<void> {
    await this.checkIns.hear(ask.userId, ask.id, { status, quote, quantity, since });
  }

  /** Those with the same next time share one call again. */
  private async callAgain(call: Call, group: Follows[]): Promise<void> {
    const step = group[0]!.step;
    if (step.kind !== 'call-again') return;
    const { purpose, at } = step;
    const id = newId();
    const items = group.map(({ ask, item }, position) => ({
      callId: id,
      position,
      habitId: item.habitId,
      occurrenceId: ask.id,
      lateAfter: lateAfter(at, ask.lateMinutes),
    }));
    const attempt = call.attempt + 1;
    const times = { notBefore: at, lateAfter: latestOf(items) };
    const line = lineOf(await this.people.profile(call.userId));
    const next = { id, userId: call.userId, line, purpose, attempt, follows: call.id, ...times };
    await this.queue.insert([next], items, this.clock.now());
    if (purpose === 'callback')
      await this.occurrences.markCallback(
        group.map(({ ask }) => ask.id),
        at,
      );
  }

  private async tell(call: Call, all: Follows[]): Promise<void> {
    const kinds = Map.groupBy(all, ({ step }) => (step.kind === 'tell' ? step.message : null));
    const drafts = [...kinds].flatMap(([kind, group]): Draft[] => {
      if (!kind) return [];
      const asks = group.map(({ ask }) => ask);
      return [{ userId: call.userId, kind, asks, cause: call.id, reason: call.refusalReason ?? undefined }];
    });
    await this.messages.write(drafts);
  }
}

function isGivenBack({ step }: Follows): boolean {
  return step.kind === 'give-back';
}

/** To what joined it, any call is the one that was due. */
function outcomeOf(call: Call, item: CallItem, ask: Ask, attempts: Attempts | undefined): Omit<Outcome, 'counted'> {
  return {
    ending: call.ending!,
    purpose: item.joined ? 'due' : call.purpose,
    meaning: item.meaning,
    joinedBefore: item.joined ? ask.dueAt : null,
    spokenTo: item.meaning !== null && (item.meaning !== 'unclear' || item.quote !== ''),
    quiet: item.quiet,
    alarmed: call.alarm !== null,
    callBackAt: item.callBackAt,
    open: isOpen(ask.status),
    followUps: attempts?.followUps ?? 0,
    callbacks: attempts?.callbacks ?? 0,
  };
}

function together(again: Follows[]): Follows[][] {
  const key = ({ step }: Follows) => (step.kind === 'call-again' ? `${step.purpose} ${step.at.getTime()}` : '');
  return [...Map.groupBy(again, key).values()];
}
