import { Injectable, Logger } from '@nestjs/common';
import { Clock, plus } from '../../../kernel/clock';
import { spokenLanguage } from '../../../kernel/languages';
import { ChangeLog } from '../../../platform/changes';
import { newId, UnitOfWork } from '../../../platform/database';
import { currentCorrelationId } from '../../../platform/logging';
import { OccurrencesService } from '../../habits';
import { People, Phones, type Profile } from '../../users';
import { callUpdated } from '../calls.announcements';
import { CallsRepository } from '../calls.repository';
import { lateAfter } from '../domain/lateness';
import { Bundler } from '../engine/bundler';
import { QueueRepository } from '../queue.repository';
import { TelephoneCallsRepository } from './telephone-calls.repository';
import { TelephoneTalks } from './telephone-talks';
import { ANSWERED_FOR } from './timing';
import { tellAndHangUp } from './twiml';

/** Who asks about more than this at once does not listen. */
const MOST_ASKED = 8;

/** Anybody's number can be shown by anybody: where the network has looked and found it false, the caller is a stranger. */
const SHOWN_FALSELY = /^(TN-Validation-Failed|No-TN-Validation-Failed)/;

/** Said to whoever calls us and is not known. */
const TO_STRANGERS =
  'This is Callivate, an automated assistant. We call people who asked us to, and do not know this number. Goodbye.';

/** Said to whoever we are calling just now: two talks at once would answer for the same habits. */
const BUSY = {
  en: 'This is Callivate, an automated assistant. We are calling you this very moment. Goodbye.',
  de: 'Hier ist Callivate, ein automatischer Assistent. Wir rufen Sie gerade selbst an. Auf Wiederhören.',
};

export interface InboundCaller {
  providerCallId: string;
  from: string;
  /** What the network found when it looked whether the number is the caller's (STIR/SHAKEN). */
  verstat: string | undefined;
}

/** Somebody calls us. Whose verified number it is talks about what is open today; a stranger hears one sentence. */
@Injectable()
export class Inbound {
  private readonly logger = new Logger('Inbound');

  constructor(
    private readonly rows: TelephoneCallsRepository,
    private readonly calls: CallsRepository,
    private readonly queue: QueueRepository,
    private readonly talks: TelephoneTalks,
    private readonly bundler: Bundler,
    private readonly occurrences: OccurrencesService,
    private readonly people: People,
    private readonly phones: Phones,
    private readonly changes: ChangeLog,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** What the provider is told to do. The same however often it is asked about one call. */
  async answer(caller: InboundCaller): Promise<string> {
    const known = await this.rows.findByProvider(caller.providerCallId);
    if (known) return this.talks.begin(known);
    const userId = SHOWN_FALSELY.test(caller.verstat ?? '') ? undefined : await this.phones.findByNumber(caller.from);
    if (!userId) return tellAndHangUp(TO_STRANGERS, 'en');
    const profile = await this.people.profile(userId);
    const call = await this.work.run(() => this.begin(profile, caller));
    if (!call) return tellAndHangUp(BUSY[spokenLanguage(profile.language)], spokenLanguage(profile.language));
    this.logger.log({ callId: call.id, userId }, 'Somebody calls us');
    return this.talks.begin(call);
  }

  /** Nothing when they are in a call already. */
  private async begin({ userId, phone, consentId, timeZone }: Profile, { providerCallId }: InboundCaller) {
    await this.people.hold(userId);
    const unended = await this.calls.unendedOf(userId);
    if (unended.some(({ status }) => status !== 'queued')) return undefined;
    const [id, now, correlationId] = [newId(), this.clock.now(), currentCorrelationId() ?? null];
    const numberIndex = phone!.numberIndex;
    const call = { id, userId, numberIndex, providerCallId, consentId, timeZone, correlationId };
    await this.rows.insertInbound(call, now, plus(now, ANSWERED_FOR));
    await this.askAbout(id, userId);
    const begun = (await this.rows.findOnTelephone(id))!;
    await this.bundler.join(begun);
    await this.changes.append([callUpdated(begun)]);
    return begun;
  }

  private async askAbout(callId: string, userId: string): Promise<void> {
    const open = (await this.occurrences.openToday(userId)).slice(0, MOST_ASKED);
    await this.queue.addItems(
      open.map(({ id, habitId, dueAt, lateMinutes }, position) => ({
        callId,
        position,
        habitId,
        occurrenceId: id,
        lateAfter: lateAfter(dueAt, lateMinutes),
      })),
    );
    await this.occurrences.markReached(open.filter(({ status }) => status === 'due').map(({ id }) => id));
  }
}
