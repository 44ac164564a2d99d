import fc from 'fast-check';
import { DAY } from '../../../../kernel/clock';
import { MEANINGS, Understanding } from './meaning';
import { isWorthAsking, Opinion, reconcile } from './second-opinion';
import { Asked, Situation } from './situation';

/** A Monday evening in Berlin, five past six. */
const now = new Date('2026-11-23T17:05:00Z');
const asked: Situation = { asked: 'done?', now, timeZone: 'Europe/Berlin', numeric: false };
const lost: Understanding = { meaning: 'unclear', confidence: 0.2, quote: 'well, you know' };
const likely: Understanding = { ...lost, confidence: 0.5, perhaps: 'done' };
const opinion = (meaning: Opinion['meaning'], more: Partial<Opinion> = {}): Opinion => {
  return { meaning, confidence: 0.95, quantity: null, at: null, inMinutes: null, ...more };
};

describe('A second opinion', () => {
  it.each<[string, Partial<Understanding> & { alarm?: string }, boolean]>([
    ['nothing understood', {}, true],
    ['a likely done', likely, true],
    ['a guess', { meaning: 'not-done', basis: 'likeness', confidence: 0.5 }, true],
    ['a good guess', { meaning: 'not-done', basis: 'likeness', confidence: 0.9 }, false],
    ['a doubtful half', { meaning: 'partly', confidence: 0.55 }, false],
    ['a no', { meaning: 'not-done', confidence: 0.9 }, false],
    ['a yes', { meaning: 'done', confidence: 0.9 }, false],
    ['what is surely no answer', { confidence: 0.9 }, false],
    ['a wish to be left alone, however faint', { meaning: 'stop-calling', confidence: 0.1 }, false],
    ['somebody else, however faint', { meaning: 'wrong-person', confidence: 0.1 }, false],
    ['words of danger', { alarm: 'emergency' }, false],
    ['silence', { quote: '' }, false],
    ['a whole radio programme', { quote: 'la '.repeat(200).slice(0, 500) }, false],
  ])('of %s is asked for: %s', (_, rules, expected) => {
    expect(isWorthAsking({ ...lost, ...rules })).toBe(expected);
  });

  it.each<[string, Understanding, Opinion, Partial<Understanding>]>([
    ['not-done', lost, opinion('not-done'), { meaning: 'not-done', confidence: 0.95 }],
    ['partly', lost, opinion('partly'), { meaning: 'partly' }],
    ['skip', lost, opinion('skip'), { meaning: 'skip' }],
    ['who-is-this', lost, opinion('who-is-this', { confidence: 0.7 }), { meaning: 'who-is-this' }],
    ['later in 20 min', lost, opinion('later', { inMinutes: 20 }), { callBackAt: new Date('2026-11-23T17:25:00Z') }],
    [
      'later at six',
      lost,
      opinion('later', { at: '2026-11-24T06:00' }),
      { callBackAt: new Date('2026-11-24T05:00:00Z') },
    ],
    ['a likely done', likely, opinion('done'), { meaning: 'done', basis: 'words' }],
  ])('%s is taken where the rules are lost', (_, rules, given, expected) => {
    expect(reconcile(rules, given, asked)).toMatchObject({ ...expected, quote: lost.quote });
  });

  it.each<[string, Understanding['meaning'], Opinion, Partial<Understanding>]>([
    ['shared', 'skip', opinion('skip'), { meaning: 'skip', basis: 'likeness' }],
    ['not shared', 'skip', opinion('not-done'), { meaning: 'not-done', confidence: 0.95 }],
    ['of a done that the model thinks is none', 'done', opinion('not-done'), { meaning: 'unclear', perhaps: 'done' }],
    ['of a no that the model thinks is a done', 'not-done', opinion('done'), { meaning: 'unclear', perhaps: 'done' }],
  ])('weighs a guess that is %s', (_, meaning, given, expected) => {
    expect(reconcile({ ...lost, meaning, basis: 'likeness', confidence: 0.5 }, given, asked)).toMatchObject(expected);
  });

  it.each<[string, Understanding, Opinion]>([
    ['none', likely, null as never],
    ['one that is unsure', lost, opinion('not-done', { confidence: 0.79 })],
    ['one that is lost as well', likely, opinion('unclear')],
    ['a no where the rules suspect a done', likely, opinion('not-done')],
    ['a done against a no', { ...lost, meaning: 'not-done', confidence: 0.5 }, opinion('done', { confidence: 1 })],
    ['confidence that is no number', lost, opinion('skip', { confidence: Number.NaN })],
  ])('changes nothing: %s', (_, rules, given) => {
    expect(reconcile(rules, given, asked)).toBe(rules);
  });

  it('that says done, alone, is read back, however sure it is', () => {
    expect(reconcile(lost, opinion('done', { confidence: 1 }), asked)).toEqual({ ...lost, perhaps: 'done' });
    expect(reconcile(likely, opinion('done', { confidence: 0.89 }), asked)).toEqual(likely);
  });

  it.each(['stop-calling', 'wrong-person'] as const)(
    'that says %s ends nothing: the person hears how to',
    (meaning) => {
      expect(reconcile(lost, opinion(meaning), asked).meaning).toBe('help');
    },
  );

  it('brings a number where one was asked for', () => {
    const counting: Situation = { ...asked, asked: 'how-many?', numeric: true };
    const dozen = opinion('done', { quantity: 13 });
    expect(reconcile(lost, dozen, counting)).toMatchObject({ meaning: 'done', quantity: 13, basis: 'number' });
    for (const quantity of [null, 0, -3, 1e12, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(reconcile(lost, { ...dozen, quantity }, counting)).toBe(lost);
    }
  });

  it.each([
    { at: '2026-11-23T18:05' },
    { at: '2026-11-23T07:00' },
    { at: '2026-13-45T06:00' },
    { at: '2027-11-24T06:00' },
    { at: 'six' },
    { at: '' },
    { inMinutes: 0 },
    { inMinutes: -20 },
    { inMinutes: Number.NaN },
    { inMinutes: 1e300 },
    { at: '2026-11-24T06:00', inMinutes: 20 },
  ])('with a time that is none, %j, brings a later without one', (time) => {
    const understood = reconcile(lost, opinion('later', time), asked);
    expect(understood.meaning).toBe('later');
    expect(understood.callBackAt).toBeUndefined();
  });
});

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const anyRules: fc.Arbitrary<Understanding & { alarm?: string }> = fc.record(
  {
    meaning: fc.constantFrom(...MEANINGS),
    confidence: unit,
    quote: fc.string(),
    perhaps: fc.constant('done' as const),
    alarm: fc.constantFrom('emergency', 'self-harm'),
  },
  { requiredKeys: ['meaning', 'confidence', 'quote'] },
);
const anyOpinion: fc.Arbitrary<Opinion> = fc.record({
  meaning: fc.constantFrom(...MEANINGS),
  confidence: fc.oneof(unit, fc.double()),
  quantity: fc.option(fc.oneof(fc.double(), fc.integer())),
  at: fc.option(fc.oneof(fc.string(), fc.constantFrom('2026-11-24T06:00', '2026-11-23T23:59', '0000-00-00T00:00'))),
  inMinutes: fc.option(fc.oneof(fc.double(), fc.integer())),
});
const anySituation: fc.Arbitrary<Situation> = fc.record({
  asked: fc.constantFrom<Asked>('done?', 'call-again?', 'how-many?', 'did-you-mean-done?', 'when?'),
  now: fc.date({ min: new Date('2020-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
  timeZone: fc.constantFrom('Europe/Berlin', 'Asia/Kolkata', 'America/St_Johns', 'Africa/Casablanca'),
  numeric: fc.boolean(),
});

describe('Whatever a model says', () => {
  const holds = (
    claim: (rules: Understanding, given: Opinion, situation: Situation, result: Understanding) => boolean,
  ) =>
    fc.assert(
      fc.property(anyRules, anyOpinion, anySituation, (rules, given, situation) =>
        claim(rules, given, situation, reconcile(rules, given, situation)),
      ),
      { numRuns: 3000 },
    );

  it('what the rules understood stands', () =>
    holds((rules, _given, _situation, result) => rules.meaning === 'unclear' || result === rules));

  it('a done is one that the rules heard or suspect, or a number that was asked for', () =>
    holds((rules, given, { asked }, { meaning, quantity }) => {
      if (meaning !== 'done' || rules.meaning === 'done') return true;
      return given.confidence >= 0.9 && (rules.perhaps === 'done' || (asked === 'how-many?' && quantity !== undefined));
    }));

  it('calls are stopped by rules alone', () =>
    holds(({ meaning }, _given, _situation, result) => {
      const isFinal = result.meaning === 'stop-calling' || result.meaning === 'wrong-person';
      return !isFinal || result.meaning === meaning;
    }));

  it('words of danger are left to the rules', () =>
    holds((rules, _given, _situation, result) => !('alarm' in rules) || result === rules));

  it('the words stay those of the person', () =>
    holds((rules, _given, _situation, { quote }) => quote === rules.quote));

  it('numbers and times are sane', () =>
    holds((_rules, _given, { now: at }, { quantity = 1, callBackAt, confidence }) => {
      const ahead = callBackAt ? callBackAt.getTime() - at.getTime() : 1;
      return quantity > 0 && quantity <= 1e6 && ahead > 0 && ahead <= 7 * DAY && confidence >= 0 && confidence <= 1;
    }));
});
