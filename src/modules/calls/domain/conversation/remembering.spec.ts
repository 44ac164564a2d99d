import * as fc from 'fast-check';
import { LONGEST_MEMORY, type Memory } from '../memory/memory';
import { LONGEST_SENTENCE, scriptFor } from '../script';
import type { BriefedHabit, Briefing, Brought, Effect } from './briefing';
import { type Rehearsal, rehearse } from './rehearsal';

/** Five past six on a Monday evening in Berlin. */
const now = new Date('2026-11-23T17:05:00Z');

const reading: BriefedHabit = {
  occurrenceId: 'reading',
  title: 'Read ten pages',
  kind: 'yes-no',
  unit: null,
  target: null,
  dueTime: '18:05',
  streakIfDone: 4,
  streakAtStake: 3,
  open: true,
};
const stretching: BriefedHabit = { ...reading, occurrenceId: 'stretching', title: 'Stretch', streakIfDone: 1 };
const pages: BriefedHabit = { ...reading, kind: 'numeric', unit: 'pages', target: 10 };
const briefing: Briefing = {
  purpose: 'due',
  personName: 'Ada',
  habits: [reading],
  timeZone: 'Europe/Berlin',
  timeFormat: '24h',
  callbacksLeft: 3,
  latestCallback: new Date('2026-11-23T23:00:00Z'),
};
const about = (...habits: BriefedHabit[]): Briefing => ({ ...briefing, habits });

const SICK = 'no because the kids were sick';
const SHALL_I = 'Shall I remember that for next time?';
const SAID_SICK = 'You said: “the kids were sick”.';
const PLAN = "no, I'll do it tomorrow before work";
const SAID_PLAN = 'You said: “tomorrow before work”.';

const REASON: Memory = { kind: 'reason', text: 'the kids were sick' };
const COMMITMENT: Memory = { kind: 'commitment', text: 'tomorrow before work' };

/** From picking up on: `*1` a key, `` (nothing) a silence, anything else words. */
function talk(brief: Briefing, ...heard: string[]): Rehearsal {
  return rehearse(brief, [{ kind: 'answered' }, ...heard.map(brought)], now);
}

function brought(text: string): Brought {
  if (text === '') return { kind: 'silence' };
  return text.startsWith('*') ? { kind: 'key', digit: text.slice(1) } : { kind: 'said', text };
}

const remembered = (effects: readonly Effect[]) => effects.filter(({ kind }) => kind === 'remember');
const told = (effects: readonly Effect[]) => effects.filter(({ kind }) => kind === 'memory-told');
const offers = (said: readonly string[]) => said.filter((sentence) => sentence.startsWith('You said'));
const results = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'result' ? [`${effect.occurrenceId} ${effect.meaning}`] : []));

describe('a reason or a plan', () => {
  it.each([
    [SICK, SAID_SICK, 'not-done', REASON],
    ['skip it because the kids were sick', SAID_SICK, 'skip', REASON],
    [PLAN, SAID_PLAN, 'not-done', COMMITMENT],
    ["not today, I'll do it tomorrow before work", SAID_PLAN, 'skip', COMMITMENT],
  ])('is read back once the answer is kept, and remembered after a yes: %s', (heard, asks, meaning, memory) => {
    const asked = talk(briefing, heard);
    expect(asked.said.slice(-2)).toEqual([asks, SHALL_I]);
    expect(asked.state.phase).toBe('remembering');
    expect(results(asked.effects)).toEqual([`reading ${meaning}`]);
    expect(remembered(asked.effects)).toEqual([]);

    const { effects, state, said } = talk(briefing, heard, 'yes');
    expect(remembered(effects)).toEqual([{ kind: 'remember', occurrenceId: 'reading', memory }]);
    expect(results(effects)).toEqual([`reading ${meaning}`]);
    expect(state.phase).toBe('over');
    expect(said.slice(-2)).toEqual(['All right, I will remember that.', 'Goodbye.']);
  });

  it('is offered in a part of it, when its number is told', () => {
    const { effects, said } = talk(about(pages), 'only half of it because the phone rang', 'four', 'yes');
    expect(offers(said)).toEqual(['You said: “the phone rang”.']);
    expect(remembered(effects)).toMatchObject([{ memory: { text: 'the phone rang' } }]);
  });

  it('of a callback that was refused as too late is offered after the no', () => {
    const { effects, said } = talk(briefing, 'no, tomorrow before work', 'no', 'yes');
    expect(offers(said)).toEqual([SAID_PLAN]);
    expect(remembered(effects)).toMatchObject([{ memory: COMMITMENT }]);
  });

  it.each(['yes please', 'sure', 'right', "yes, I'll do it", 'yes, tomorrow before work'])(
    'is agreed to: %s',
    (yes) => {
      expect(remembered(talk(briefing, PLAN, yes).effects)).toHaveLength(1);
    },
  );

  it.each([
    'no',
    'no, forget it',
    'maybe',
    'blah',
    'I have done it',
    'later',
    '*1',
    '*5',
    '',
    'shut up',
    'yes, but no',
  ])('is let go, and the call goes on: %s', (answer) => {
    const { effects, said, state } = talk(about(reading, stretching), SICK, answer);
    expect(remembered(effects)).toEqual([]);
    expect(results(effects)).toEqual(['reading not-done']);
    expect(state.phase).toBe('asking');
    expect(said.slice(-2)).toEqual(['Next: Stretch.', 'Have you done it?']);
  });

  it('is read back again on request', () => {
    const { said, effects } = talk(briefing, SICK, 'what did you say?', 'yes');
    expect(offers(said)).toEqual([SAID_SICK, `${SAID_SICK} ${SHALL_I}`]);
    expect(remembered(effects)).toHaveLength(1);
  });

  it('is offered once in a call', () => {
    const { said, effects } = talk(about(reading, stretching), SICK, 'no', PLAN);
    expect(offers(said)).toEqual([SAID_SICK]);
    expect(results(effects)).toEqual(['reading not-done', 'stretching not-done']);
  });

  it('does not stand in the way of a wish not to be called', () => {
    const { effects, state } = talk(about(reading, stretching), SICK, 'stop calling me');
    expect(effects.map(({ kind }) => kind)).toEqual(['result', 'suppress', 'result', 'hang-up']);
    expect(state.phase).toBe('over');
  });

  it('is forgotten over words of danger', () => {
    const { effects } = talk(briefing, SICK, 'yes, I want to die');
    expect(remembered(effects)).toEqual([]);
    expect(effects.map(({ kind }) => kind)).toEqual(['result', 'alarm', 'hang-up']);
  });

  it.each([
    ['a call that marks nothing', about({ ...reading, occurrenceId: null }), [SICK]],
    ['a test call', { ...briefing, purpose: 'test' as const }, [SICK]],
    ['somebody in a hurry', briefing, ['later', SICK]],
    ['somebody hostile', briefing, ['you stupid machine', SICK]],
    ['somebody hostile in the same breath', briefing, ['skip it because you are a stupid machine']],
    ['somebody hostile about another habit', about(reading, stretching), ['shut up', 'no', SICK]],
    ['somebody hard to understand', briefing, ['blah', 'blah', SICK]],
    ['somebody who wants peace for today', briefing, ["don't call me again today", SICK]],
    ['a yes', briefing, ['I have done it because I had time']],
    ['a no without more', briefing, ['no']],
    ['a key', briefing, ['*2']],
  ])('is not asked of %s', (_, brief, heard) => {
    const { said, effects, state } = talk(brief, ...heard);
    expect(offers(said)).toEqual([]);
    expect(remembered(effects)).toEqual([]);
    expect(state.phase).toBe('over');
  });

  it('outlives a habit that is closed elsewhere meanwhile', () => {
    const closed = { kind: 'closed-elsewhere' as const, occurrenceIds: ['reading', 'stretching'] };
    const events = [{ kind: 'answered' as const }, brought(SICK), closed, brought('yes')];
    const { effects, said } = rehearse(about(reading, stretching), events, now);
    expect(remembered(effects)).toHaveLength(1);
    expect(results(effects)).toEqual(['reading not-done']);
    expect(said).toContain('Stretch is already done, thank you.');
  });
});

describe('a memory', () => {
  const known = { ...reading, memory: COMMITMENT };

  it('is told once, between the greeting and the question, in the place of what else the situation says', () => {
    const { said, effects } = talk(about(known), 'blah', 'no');
    expect(said.slice(0, 4)).toEqual([
      expect.stringMatching(/^Hello Ada, this is Callivate, an AI assistant, .*“Read ten pages”/),
      'Your answers are written down.',
      'Last time you said: “tomorrow before work”.',
      'Have you done it?',
    ]);
    expect(said.filter((sentence) => sentence.startsWith('Last time'))).toHaveLength(1);
    expect(told(effects)).toEqual([{ kind: 'memory-told', occurrenceId: 'reading' }]);
  });

  it('of one among several habits is told when it is its turn, and not when it is closed by then', () => {
    const { lines } = talk(about(stretching, known), 'yes');
    expect(lines[0]!.said.join(' ')).not.toContain('Last time');
    expect(lines[1]!.said.slice(-3)).toEqual([
      'Next: Read ten pages.',
      'Last time you said: “tomorrow before work”.',
      'Have you done it?',
    ]);
    const closed = talk(about(stretching, { ...known, open: false }), 'yes');
    expect(closed.said.join(' ')).not.toContain('Last time');
    expect(told(closed.effects)).toEqual([]);
  });

  it('is told in the language of the call', () => {
    const { said } = talk({
      ...about({ ...reading, memory: { kind: 'commitment', text: 'morgen früh' } }),
      language: 'de',
    });
    expect(said).toContain('Letztes Mal hast du gesagt: „morgen früh“.');
  });

  it('costs a plain yes no more than its own sentence, whatever is remembered', () => {
    const word = fc.constantFrom('I', 'tomorrow', 'because', 'work', 'kids', '{habit}', '<b>');
    const text = fc.array(word, { minLength: 1, maxLength: 40 }).map((some) => some.join(' '));
    const manner = fc.record({
      persona: fc.constantFrom('warm' as const, 'confident' as const, 'calm' as const, 'energetic' as const),
      chance: fc.double({ min: 0, max: 0.999, noNaN: true }),
      language: fc.constantFrom('en', 'de'),
    });
    const words = (said: readonly string[]) => said.join(' ').split(/\s+/u).length;
    void fc.assert(
      fc.property(text, manner, (remembers, how) => {
        const memory = { kind: 'reason' as const, text: remembers };
        const own = scriptFor({ ...briefing, ...how }).lastTimeYouSaid(remembers);
        const without = talk({ ...briefing, ...how }, '*1').said;
        const withIt = talk({ ...about({ ...reading, memory }), ...how }, '*1').said;
        expect(withIt).toContain(own);
        expect(words([own])).toBeLessThanOrEqual(LONGEST_MEMORY.words + 5);
        expect(words([own])).toBeLessThanOrEqual(LONGEST_SENTENCE);
        expect(words(withIt)).toBeLessThanOrEqual(words(without) + words([own]));
      }),
    );
  });
});

it('nothing is remembered that was not read back, and no more than one thing in a call', () => {
  const words = fc.constantFrom(
    SICK,
    PLAN,
    'yes',
    'no',
    'no, tomorrow before work',
    'blah',
    'later',
    'shut up',
    '',
    '*2',
  );
  void fc.assert(
    fc.property(fc.array(words, { maxLength: 12 }), (heard) => {
      const { effects, said } = talk(about(reading, pages, stretching), ...heard);
      expect(offers(said).length).toBeLessThanOrEqual(1);
      for (const effect of effects) {
        if (effect.kind === 'remember') expect(offers(said)[0]).toContain(effect.memory.text);
      }
      expect(remembered(effects).length).toBeLessThanOrEqual(offers(said).length);
    }),
    { numRuns: 500 },
  );
});
