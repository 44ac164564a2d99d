import { Injectable } from '@nestjs/common';
import type { Call } from '../call.entity';
import { type DialOutcome, Line, type Trace } from './line';

/**
 * The phone in the app: it rings as soon as the row says so, for the ring itself is the announcement in the change log.
 * A dial that was not recorded as ringing therefore never rang.
 */
@Injectable()
export class BrowserLine extends Line {
  readonly name = 'browser';

  async dial(calls: Call[]): Promise<DialOutcome[]> {
    return calls.map(({ id }) => ({ callId: id, kind: 'ringing' }));
  }

  async find(): Promise<Trace> {
    return { kind: 'absent' };
  }
}
