import fc from 'fast-check';
import type { Ending } from './call';
import { CALLBACK_LIMIT, nextStep, type Outcome } from './next-step';
import { MEANINGS } from './understanding/meaning';

const now = new Date('2026-11-23T07:00:00Z');
const inMinutes = (count: number) => new Date(now.getTime() + count * 60_000);
const policy = { followUpMinutes: 30 };

const outcome: Outcome = {
  ending: 'answered',
  purpose: 'due',
  meaning: null,
  callBackAt: null,
  counted: false,
  open: true,
  joinedBefore: null,
  spokenTo: true,
  quiet: false,
  alarmed: false,
  followUps: 0,
  callbacks: 0,
};

const followUp = { kind: 'call-again', purpose: 'follow-up', at: inMinutes(30) };

describe('What follows a call', () => {
  it.each<[string, Partial<Outcome>, object]>([
    ['done is kept', { meaning: 'done' }, { kind: 'check-in', status: 'completed' }],
    ['a skip is kept', { meaning: 'skip' }, { kind: 'check-in', status: 'skipped' }],
    [
      'done counts though the line broke',
      { meaning: 'done', ending: 'lost' },
      { kind: 'check-in', status: 'completed' },
    ],
    ['not done earns one more call', { meaning: 'not-done' }, followUp],
    ['then a message', { meaning: 'not-done', followUps: 1 }, { kind: 'tell', message: 'not-done' }],
    ['a part of it earns one more call', { meaning: 'partly' }, followUp],
    [
      'a number that may only be exceeded needs no second call',
      { meaning: 'partly', counted: true },
      { kind: 'nothing' },
    ],
    ['what was not understood earns one more call', { meaning: 'unclear' }, followUp],
    [
      'what joined and was not spoken to rings at its own time',
      { joinedBefore: inMinutes(5), meaning: 'unclear', spokenTo: false },
      { kind: 'give-back' },
    ],
    [
      'also when the line broke before',
      { joinedBefore: inMinutes(5), ending: 'lost', spokenTo: false },
      { kind: 'give-back' },
    ],
    [
      'also when the call was canceled',
      { joinedBefore: inMinutes(5), ending: 'canceled', spokenTo: false },
      { kind: 'give-back' },
    ],
    [
      'not what was answered elsewhere',
      { joinedBefore: inMinutes(5), open: false, spokenTo: false },
      { kind: 'nothing' },
    ],
    [
      'what joined and is not done yet earns one more call',
      { joinedBefore: inMinutes(5), meaning: 'not-done' },
      followUp,
    ],
    [
      'not at its own time',
      { joinedBefore: inMinutes(30), meaning: 'not-done' },
      { kind: 'call-again', purpose: 'follow-up', at: inMinutes(60) },
    ],
    [
      'nor before it',
      { joinedBefore: inMinutes(50), meaning: 'not-done' },
      { kind: 'call-again', purpose: 'follow-up', at: inMinutes(80) },
    ],
    [
      'who wants no further call today is written to',
      { meaning: 'unclear', quiet: true },
      { kind: 'tell', message: 'not-done' },
    ],
    ['nothing follows words of danger', { alarmed: true, meaning: 'unclear' }, { kind: 'nothing' }],
    ['not even about what was not done', { alarmed: true, meaning: 'not-done' }, { kind: 'nothing' }],
    ['not even a message', { alarmed: true, meaning: 'unclear', followUps: 1 }, { kind: 'nothing' }],
    ['not even a callback', { alarmed: true, meaning: 'later', callBackAt: inMinutes(20) }, { kind: 'nothing' }],
    [
      'nor what joined',
      { alarmed: true, joinedBefore: inMinutes(5), meaning: null, spokenTo: false },
      { kind: 'nothing' },
    ],
    [
      'but what was done before them is done',
      { alarmed: true, meaning: 'done' },
      { kind: 'check-in', status: 'completed' },
    ],
    ['nobody there earns one more call', { ending: 'no-answer' }, followUp],
    ['so does a call that was declined', { ending: 'declined' }, followUp],
    ['so does a line that broke', { ending: 'lost' }, followUp],
    ['so does a voicemail', { ending: 'voicemail' }, followUp],
    ['then a message', { ending: 'no-answer', followUps: 1 }, { kind: 'tell', message: 'missed-call' }],
    [
      'a callback is kept',
      { meaning: 'later', callBackAt: inMinutes(20) },
      { kind: 'call-again', purpose: 'callback', at: inMinutes(20) },
    ],
    [
      'also after a follow-up',
      { meaning: 'later', callBackAt: inMinutes(20), followUps: 1 },
      { kind: 'call-again', purpose: 'callback', at: inMinutes(20) },
    ],
    [
      'but not for ever',
      { meaning: 'later', callBackAt: inMinutes(20), callbacks: CALLBACK_LIMIT, followUps: 1 },
      { kind: 'tell', message: 'not-done' },
    ],
    [
      'a missed callback earns the one automatic try',
      { ending: 'no-answer', purpose: 'callback', callbacks: 1 },
      followUp,
    ],
    ['a provider that refuses is not asked again', { ending: 'failed' }, { kind: 'tell', message: 'missed-call' }],
    ['a call we did not make is told', { ending: 'refused' }, { kind: 'tell', message: 'not-called' }],
    [
      'a call that was asked for and not made needs no message',
      { ending: 'refused', purpose: 'now' },
      { kind: 'nothing' },
    ],
    ['stop means stop', { meaning: 'stop-calling' }, { kind: 'nothing' }],
    ['what was checked in meanwhile needs nothing', { open: false, meaning: 'not-done' }, { kind: 'nothing' }],
    ['a canceled call needs nothing', { ending: 'canceled' }, { kind: 'nothing' }],
    ['a call that was asked for is not repeated', { ending: 'no-answer', purpose: 'now' }, { kind: 'nothing' }],
  ])('%s', (_, change, expected) => {
    expect(nextStep({ ...outcome, ...change }, policy, now)).toEqual(expected);
  });

  it('comes to an end: no occurrence is called more than once by itself and three times by request', () => {
    const endings: Ending[] = ['answered', 'no-answer', 'busy', 'declined', 'voicemail', 'failed', 'lost', 'refused'];
    const call = fc.record({
      ending: fc.constantFrom(...endings),
      meaning: fc.option(fc.constantFrom(...MEANINGS), { nil: null }),
      callBackAt: fc.option(fc.constant(inMinutes(20)), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(call, { minLength: 12, maxLength: 12 }), (calls) => {
        const made = { followUps: 0, callbacks: 0 };
        for (const each of calls) {
          const step = nextStep({ ...outcome, ...each, ...made }, policy, now);
          if (step.kind !== 'call-again') return;
          made[step.purpose === 'callback' ? 'callbacks' : 'followUps'] += 1;
        }
        expect(made.followUps).toBeLessThanOrEqual(1);
        expect(made.callbacks).toBeLessThanOrEqual(CALLBACK_LIMIT);
      }),
    );
  });
});
