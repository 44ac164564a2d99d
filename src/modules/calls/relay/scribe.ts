import { Injectable } from '@nestjs/common';
import { Clock, plus } from '../../../kernel/clock';
import { UnitOfWork } from '../../../platform/database';
import { CheckInsService } from '../../habits';
import { Phones, UsersService } from '../../users';
import type { Call } from '../call.entity';
import type { Ending } from '../domain/call';
import type { Effect } from '../domain/conversation/conversation';
import type { Latency } from '../domain/latency';
import { countsAlone, statusIn } from '../domain/next-step';
import { SCRIPT_VERSION } from '../domain/script/version';
import type { Alarm } from '../domain/understanding/meaning';
import { Settler } from '../engine/settler';
import { TALK_LEASE } from '../engine/timing';
import { MemoriesRepository } from '../memories/memories.repository';
import { type KeptResult, TalksRepository } from '../talks.repository';
import type { Turn } from '../turn.entity';

/** What there is to write down after one thing heard. */
export interface Written {
  turns: Turn[];
  results: KeptResult[];
  alarm: Alarm | null;
  /** What was agreed to be remembered, and the occurrences about which something remembered was told. */
  remembered: Extract<Effect, { kind: 'remember' }>[];
  told: string[];
  /** Over a telephone: it was said who calls, and it was answered as only a person does. */
  disclosed: boolean;
  human: boolean;
}

/** With what one talk writes: each word of it under the lease of the talk. */
export interface Pen {
  /** Keeps what was said and understood. False when the lease is lost: the call was settled without us. */
  keep(written: Written): Promise<boolean>;
  /** Words that arrive after the call was settled are still the person's word. */
  keepLate(results: KeptResult[]): Promise<void>;
  /** Stored before it is spoken. @throws when it could not be stored: then it must not be claimed. */
  suppress(quote: string | null, why: 'asked' | 'key' | 'wrong-person'): Promise<void>;
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
    private readonly phones: Phones,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The pen of a talk that holds the call by this token. Where no words are kept it leaves them out, whatever it is given. */
  pen(call: Call, token: string, keepsWords = true): Pen {
    const pen: Pen = {
      keep: (written) => this.keep(call, token, written),
      keepLate: (results) => this.keepLate(call, results),
      suppress: (quote, why) => this.suppress(call, quote, why),
      renew: () => this.talks.renew(call.id, token, plus(this.clock.now(), TALK_LEASE)),
      close: (ending, latency) => this.close(call, token, ending, latency),
    };
    return keepsWords ? pen : withoutWords(pen);
  }

  private keep(call: Call, token: string, written: Written): Promise<boolean> {
    const now = this.clock.now();
    return this.work.run(async () => {
      if (!(await this.talks.hold(call.id, token))) return false;
      await this.talks.addTurns(written.turns);
      if (written.alarm) await this.talks.raiseAlarm(call.id, written.alarm);
      if (written.disclosed) await this.talks.noteDisclosure(call.id, SCRIPT_VERSION, now);
      if (written.human) await this.phones.markHuman(call.userId);
      for (const result of written.results) await this.talks.addResult(call.id, result, now);
      for (const occurrenceId of written.told) await this.memories.markTold(call.id, occurrenceId, now);
      for (const { occurrenceId, memory } of written.remembered)
        await this.memories.keep(call.id, occurrenceId, memory, now);
      return true;
    });
  }

  private async keepLate(call: Call, results: KeptResult[]): Promise<void> {
    for (const { occurrenceId, meaning, quote, quantity = null } of results) {
      const status = statusIn(meaning);
      const isNumber = quantity !== null && countsAlone(meaning);
      if (occurrenceId && (status || isNumber))
        await this.checkIns.hear(call.userId, occurrenceId, { status, quote, quantity, since: call.answeredAt });
    }
  }

  private suppress(call: Call, quote: string | null, why: 'asked' | 'key' | 'wrong-person'): Promise<void> {
    const reason = {
      asked: 'Asked in a call.',
      key: 'Pressed 9 in a call.',
      'wrong-person': 'Reached the wrong person.',
    };
    const numberIndex = why === 'wrong-person' ? (call.numberIndex ?? undefined) : undefined;
    const word = { via: 'call', reason: reason[why], quote: quote ?? undefined, numberIndex } as const;
    return this.users.suppress(call.userId, word);
  }

  private async close(call: Call, token: string, ending: Ending, latency: Latency | null): Promise<void> {
    if (latency) await this.talks.measure(call.id, token, latency);
    await this.settler.end(call.id, ending, ['talking']);
  }
}

/** Meaning, number and time are kept, and keys, which are no words. */
function withoutWords(pen: Pen): Pen {
  return {
    ...pen,
    keep: (written) => pen.keep({ ...written, turns: [], results: written.results.map(unquoted) }),
    keepLate: (results) => pen.keepLate(results.map(unquoted)),
    suppress: (quote, why) => pen.suppress(wordless(quote), why),
  };
}

function unquoted(result: KeptResult): KeptResult {
  return { ...result, quote: wordless(result.quote) };
}

/** Nothing of words; that nothing was said stays as it is. */
function wordless(quote: string | null): string | null {
  return quote === '' || /^\[key .\]$/.test(quote ?? '') ? quote : null;
}
