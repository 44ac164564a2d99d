import { Injectable } from '@nestjs/common';
import { Clock, plus } from '../../../kernel/clock';
import { UnitOfWork } from '../../../platform/database';
import { CheckInsService } from '../../habits';
import { UsersService } from '../../users';
import type { Call } from '../call.entity';
import type { Ending } from '../domain/call';
import type { Effect, Result } from '../domain/conversation/conversation';
import type { Latency } from '../domain/latency';
import { countsAlone, statusIn } from '../domain/next-step';
import type { Alarm } from '../domain/understanding/meaning';
import { Settler } from '../engine/settler';
import { TALK_LEASE } from '../engine/timing';
import { MemoriesRepository } from '../memories/memories.repository';
import { TalksRepository } from '../talks.repository';
import type { Turn } from '../turn.entity';

/** What there is to write down after one thing heard. */
export interface Written {
  turns: Turn[];
  results: Result[];
  alarm: Alarm | null;
  /** What was agreed to be remembered, and the occurrences about which something remembered was told. */
  remembered: Extract<Effect, { kind: 'remember' }>[];
  told: string[];
}

/** With what one talk writes: each word of it under the lease of the talk. */
export interface Pen {
  /** Keeps what was said and understood. False when the lease is lost: the call was settled without us. */
  keep(written: Written): Promise<boolean>;
  /** Words that arrive after the call was settled are still the person's word. */
  keepLate(results: Result[]): Promise<void>;
  /** Stored before it is spoken. @throws when it could not be stored: then it must not be claimed. */
  suppress(quote: string, why: 'asked' | 'key' | 'wrong-person'): Promise<void>;
  /** A sign of life. False when the lease is lost. */
  renew(): Promise<boolean>;
  /** Ends the talk and settles its call. */
  close(ending: Ending, latency: Latency | null): Promise<void>;
}

/** Writes down what is said in talks. */
@Injectable()
export class Scribe {
  constructor(
    private readonly talks: TalksRepository,
    private readonly memories: MemoriesRepository,
    private readonly settler: Settler,
    private readonly checkIns: CheckInsService,
    private readonly users: UsersService,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The pen of a talk that holds the call by this token. */
  pen(call: Call, token: string): Pen {
    return {
      keep: (written) => this.keep(call, token, written),
      keepLate: (results) => this.keepLate(call, results),
      suppress: (quote, why) => this.suppress(call, quote, why),
      renew: () => this.talks.renew(call.id, token, plus(this.clock.now(), TALK_LEASE)),
      close: (ending, latency) => this.close(call, token, ending, latency),
    };
  }

  private keep(call: Call, token: string, { turns, results, alarm, remembered, told }: Written): Promise<boolean> {
    return this.work.run(async () => {
      if (!(await this.talks.hold(call.id, token))) return false;
      await this.talks.addTurns(turns);
      if (alarm) await this.talks.raiseAlarm(call.id, alarm);
      for (const result of results) await this.talks.addResult(call.id, result, this.clock.now());
      for (const occurrenceId of told) await this.memories.markTold(call.id, occurrenceId, this.clock.now());
      for (const { occurrenceId, memory } of remembered)
        await this.memories.keep(call.id, occurrenceId, memory, this.clock.now());
      return true;
    });
  }

  private async keepLate(call: Call, results: Result[]): Promise<void> {
    for (const { occurrenceId, meaning, quote, quantity = null } of results) {
      const status = statusIn(meaning);
      const isNumber = quantity !== null && countsAlone(meaning);
      if (occurrenceId && (status || isNumber))
        await this.checkIns.hear(call.userId, occurrenceId, { status, quote, quantity, since: call.answeredAt });
    }
  }

  private suppress(call: Call, quote: string, why: 'asked' | 'key' | 'wrong-person'): Promise<void> {
    const reason = {
      asked: 'Asked in a call.',
      key: 'Pressed 9 in a call.',
      'wrong-person': 'Reached the wrong person.',
    };
    const numberIndex = why === 'wrong-person' ? (call.numberIndex ?? undefined) : undefined;
    return this.users.suppress(call.userId, { via: 'call', reason: reason[why], quote, numberIndex });
  }

  private async close(call: Call, token: string, ending: Ending, latency: Latency | null): Promise<void> {
    if (latency) await this.talks.measure(call.id, token, latency);
    await this.settler.end(call.id, ending, ['talking']);
  }
}
