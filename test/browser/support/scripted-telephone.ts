import { consentText, consentTextOf } from '../../../src/modules/users/domain/consent-text';
import { Refusal, refuse } from './scripted-answers';
import type { Json } from './scripted-life';

const AT = '2026-11-25T11:00:00Z';
const CODE = '123456';

/** The number, the consent and the calls of a person whose service has a telephone line, until a test says otherwise. */
export class ScriptedTelephone {
  hasLine = true;
  phone: Json | null = null;
  lastWord: Json | null = null;
  numberStopped: 'sms' | 'call' | null = null;
  /** The newest first. */
  calls: Json[] = [];
  /** Until another code may be asked for. */
  waitSeconds = 30;
  private sentTo: string | null = null;
  private tries = 0;

  /** Of somebody who has no number yet, and was never called. */
  begin(): void {
    Object.assign(this, {
      hasLine: true,
      phone: null,
      lastWord: null,
      numberStopped: null,
      calls: [],
      waitSeconds: 30,
    });
    Object.assign(this, { sentTo: null, tries: 0 });
  }

  /** Verified, and agreed to be called. */
  isReady(): void {
    this.phone = { number: '•••2671', verifiedAt: AT, needsProof: false };
    this.say('given');
  }

  ways(json: Json): [string, (...parts: string[]) => unknown][] {
    return [
      ['GET /me/contact.vcf', () => this.card()],
      ['PUT /me/phone', () => this.send(json)],
      ['POST /me/phone/verification', () => this.verify(String(json.code))],
      ['DELETE /me/phone', () => this.remove()],
      ['GET /consents/calls', () => consentText('en')],
      ['GET /me/consents', () => ({ items: this.lastWord ? [this.lastWord] : [], nextCursor: null })],
      ['POST /me/consents', () => this.say('given')],
      ['DELETE /me/consents/calls', () => this.say('revoked')],
      ['GET /calls', () => ({ items: this.calls, nextCursor: null })],
      ['GET /calls/([^/]+)', (id) => this.calls.find((call) => call.id === id) ?? refuse()],
      ['POST /me/test-call', () => this.ring()],
      ['DELETE /me/call-history', () => this.clear()],
    ];
  }

  private card(): string {
    if (this.hasLine) return 'BEGIN:VCARD\r\nTEL;VALUE=uri:tel:+14155550100\r\nEND:VCARD\r\n';
    throw new Refusal(409, { code: 'telephone-not-available', detail: 'This service has no telephone line.' });
  }

  private send({ number, by }: Json): Json {
    this.sentTo = `•••${String(number).slice(-4)}`;
    this.tries = 0;
    const after = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
    return { number: this.sentTo, by, expiresAt: after(600), resendAfter: after(this.waitSeconds) };
  }

  private verify(code: string): Json {
    if (code !== CODE) {
      this.tries += 1;
      const errors = [{ pointer: '/code', message: 'This is not the code that was sent.' }];
      const detail = `This is not the code that was sent. ${5 - this.tries} tries are left.`;
      throw new Refusal(400, { code: 'code-wrong', detail, errors });
    }
    this.phone = { number: this.sentTo, verifiedAt: AT, needsProof: false };
    this.lastWord = null;
    return this.phone;
  }

  private remove(): null {
    this.phone = null;
    if (this.lastWord) this.say('revoked', 'phone-removed');
    return null;
  }

  private say(action: 'given' | 'revoked', via = 'app'): Json {
    const { version, text } = consentTextOf('calls-1-en')!;
    this.lastWord = { id: 'k1', kind: 'calls', action, version, text, at: AT, via };
    return this.lastWord;
  }

  private ring(): Json {
    const test = {
      purpose: 'test',
      line: 'telephone',
      habitIds: [],
      status: 'dialing',
      ending: null,
      durationSeconds: null,
    };
    const call = pastCall('t1', test);
    this.calls.unshift(call);
    return call;
  }

  private clear(): null {
    this.calls = [];
    return null;
  }
}

/** A call as the API tells of it: one in the app that was answered with a yes, unless something else is given. */
export function pastCall(id: string, rest: Json = {}): Json {
  return {
    id,
    habitIds: ['1'],
    occurrenceIds: [],
    joinedOccurrenceIds: [],
    purpose: 'due',
    attempt: 1,
    line: 'browser',
    status: 'ended',
    ending: 'answered',
    failureCode: null,
    refusal: null,
    queuedAt: '2026-11-25T07:00:00Z',
    dialedAt: '2026-11-25T07:00:00Z',
    durationSeconds: 12,
    turns: [],
    results: [],
    cost: null,
    evidence: null,
    ...rest,
  };
}
