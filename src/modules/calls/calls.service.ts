import { Injectable } from '@nestjs/common';
import { Clock, plus } from '../../kernel/clock';
import { absent } from '../../kernel/problem';
import { ChangeLog } from '../../platform/changes';
import { UnitOfWork } from '../../platform/database';
import { type Page, pageOf, readCursor } from '../../platform/http';
import { hashOf, newOpaqueToken } from '../../platform/secrets';
import { People } from '../users';
import type { Call } from './call.entity';
import { callUpdated } from './calls.announcements';
import { CallResponse, type ListCallsQuery } from './calls.dto';
import { callNotRinging } from './calls.problems';
import { CallsRepository } from './calls.repository';
import { Bundler } from './engine/bundler';
import { Settler } from './engine/settler';
import { CONNECT_WITHIN } from './engine/timing';
import { TalksRepository } from './talks.repository';

/** A person's calls: what came of them, and picking up or declining the one that rings. */
@Injectable()
export class CallsService {
  constructor(
    private readonly calls: CallsRepository,
    private readonly talks: TalksRepository,
    private readonly bundler: Bundler,
    private readonly settler: Settler,
    private readonly people: People,
    private readonly changes: ChangeLog,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async get(userId: string, id: string): Promise<CallResponse> {
    return (await this.described([await this.own(userId, id)]))[0]!;
  }

  async list(userId: string, { occurrenceId, limit, cursor }: ListCallsQuery): Promise<Page<CallResponse>> {
    const rows = await this.calls.list(userId, occurrenceId, readCursor(cursor), limit);
    const shown = new Map((await this.described(rows.slice(0, limit))).map((call) => [call.id, call]));
    return pageOf(
      rows,
      limit,
      ({ queuedAt: at, id }) => ({ at, id }),
      ({ id }) => shown.get(id)!,
    );
  }

  /** Picks up; what is due soon joins. Returns the ticket that opens the relay once; the second who answers is told that it was answered. */
  answer(userId: string, id: string): Promise<string> {
    const ticket = newOpaqueToken();
    return this.work.run(async () => {
      await this.people.hold(userId);
      const call = await this.own(userId, id);
      const now = this.clock.now();
      if (call.status === 'ringing' && call.leaseUntil! <= now) throw callNotRinging('it has rung long enough');
      if (!(await this.talks.answer(id, hashOf(ticket), now, plus(now, CONNECT_WITHIN)))) throw notRinging(call);
      await this.bundler.join(call);
      await this.changes.append([callUpdated({ ...call, status: 'talking' })]);
      return ticket;
    });
  }

  /** Declines. It counts as not reached: one more call follows, or a message. */
  async decline(userId: string, id: string): Promise<CallResponse> {
    const call = await this.own(userId, id);
    if (!(await this.settler.end(id, 'declined', ['ringing']))) throw notRinging(await this.own(userId, call.id));
    return this.get(userId, id);
  }

  private async own(userId: string, id: string): Promise<Call> {
    const call = await this.calls.findOf(userId, id);
    if (!call) throw absent('call');
    return call;
  }

  private async described(calls: Call[]): Promise<CallResponse[]> {
    const ids = calls.map(({ id }) => id);
    const items = Map.groupBy(await this.calls.items(ids), ({ callId }) => callId);
    const turns = Map.groupBy(await this.calls.turns(ids), ({ callId }) => callId);
    return calls.map((call) => CallResponse.of(call, items.get(call.id) ?? [], turns.get(call.id) ?? []));
  }
}

function notRinging({ status }: Call) {
  if (status === 'talking') return callNotRinging('it was answered already');
  return callNotRinging(status === 'ended' ? 'it is over' : 'it has not rung yet');
}
