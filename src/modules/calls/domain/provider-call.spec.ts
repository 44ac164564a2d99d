import { plus, SECOND } from '../../../kernel/clock';
import type { CallStatus } from './call';
import { endingBy, rescue, type StandsAs, type Stuck } from './provider-call';

const dialedAt = new Date('2026-11-23T07:00:00Z');
const at = (seconds: number) => plus(dialedAt, seconds * SECOND);
const ringing: Stuck = { status: 'ringing', dialedAt, lateAfter: at(600), cancelRequested: false };

describe('The ending of a call over the telephone', () => {
  it.each<[StandsAs, CallStatus, boolean, string]>([
    ['busy', 'ringing', false, 'busy'],
    ['no-answer', 'ringing', false, 'no-answer'],
    ['no-answer', 'dialing', false, 'no-answer'],
    ['failed', 'dialing', false, 'failed'],
    ['absent', 'ringing', false, 'failed'],
    ['canceled', 'ringing', true, 'canceled'],
    ['canceled', 'ringing', false, 'failed'],
    ['completed', 'ringing', false, 'lost'],
    ['completed', 'talking', false, 'lost'],
    ['busy', 'talking', false, 'lost'],
  ])('that the provider calls %s, and that was %s here, is what happened', (stands, status, canceled, ending) => {
    expect(endingBy(stands, status, canceled)).toBe(ending);
  });
});

describe('A call nobody moved on', () => {
  it.each<[string, Partial<Stuck>, StandsAs, number, object]>([
    ['ended at the provider', {}, 'no-answer', 61, { kind: 'end', ending: 'no-answer', hangUp: false }],
    ['is unknown to the provider', {}, 'absent', 61, { kind: 'end', ending: 'failed', hangUp: false }],
    ['rings as it should', {}, 'ringing', 61, { kind: 'wait' }],
    ['rings for ever', {}, 'ringing', 90, { kind: 'end', ending: 'no-answer', hangUp: true }],
    ['waits at the provider', { status: 'dialing' }, 'queued', 300, { kind: 'wait' }],
    ['waits there too long', { status: 'dialing' }, 'queued', 601, { kind: 'end', ending: 'failed', hangUp: true }],
    ['was picked up, and we are asked any moment', {}, 'in-progress', 100, { kind: 'wait' }],
    ['was picked up, and nobody asks us', {}, 'in-progress', 120, { kind: 'end', ending: 'lost', hangUp: true }],
    [
      'lost the process it was held in',
      { status: 'talking' },
      'in-progress',
      40,
      { kind: 'end', ending: 'lost', hangUp: true },
    ],
    [
      'is not wanted any more',
      { cancelRequested: true },
      'ringing',
      10,
      { kind: 'end', ending: 'canceled', hangUp: true },
    ],
  ])('%s', (_, change, stands, seconds, expected) => {
    expect(rescue({ ...ringing, ...change }, stands, at(seconds))).toEqual(expected);
  });
});
