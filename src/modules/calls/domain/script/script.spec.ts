import * as fc from 'fast-check';
import { addDays } from '../../../../kernel/local-time';
import { PERSONAS, type Persona } from '../../../../kernel/voices';
import type { BriefedHabit, Briefing } from '../conversation/briefing';
import { emergencyNumbers } from '../emergency-numbers';
import { LONGEST_SENTENCE, scriptFor } from '.';
import { english } from './languages/english';
import { german } from './languages/german';
import { CALL_SITUATIONS, type CallSituation, situationFor } from './situation';

/** 15 seconds at 150 words a minute. */
const MOST_WORDS = 37;

const habit: BriefedHabit = {
  occurrenceId: 'reading',
  title: 'Read ten pages before bed',
  kind: 'yes-no',
  unit: null,
  target: null,
  dueTime: '18:05',
  streakIfDone: 2,
  streakAtStake: 1,
  open: true,
};
const weeks = (last: number, before: number) => ({
  last: { done: last, asked: 7 },
  before: { done: before, asked: 7 },
});

type Facts = Pick<Briefing, 'purpose' | 'habits' | 'firstCall'>;

/** Calls of each situation. */
const CALLS: Readonly<Record<CallSituation, readonly Facts[]>> = {
  'test-call': [{ purpose: 'test', habits: [] }],
  'asked-for': [{ purpose: 'now', habits: [habit] }],
  callback: [{ purpose: 'callback', habits: [habit] }],
  'follow-up': [{ purpose: 'follow-up', habits: [habit] }],
  inbound: [
    { purpose: 'inbound', habits: [habit] },
    { purpose: 'inbound', habits: [habit, { ...habit, title: 'Stretch' }] },
  ],
  'inbound-all-done': [
    { purpose: 'inbound', habits: [] },
    { purpose: 'inbound', habits: [], firstCall: true },
  ],
  'first-call': [
    { purpose: 'due', habits: [{ ...habit, streakIfDone: 1, streakAtStake: 0 }], firstCall: true },
    { purpose: 'due', habits: [habit, habit, habit], firstCall: true },
  ],
  'several-habits': [{ purpose: 'due', habits: [habit, { ...habit, title: 'Stretch' }] }],
  'milestone-near': [
    { purpose: 'due', habits: [{ ...habit, streakIfDone: 7, streakAtStake: 6, reachesMilestone: true }] },
    { purpose: 'due', habits: [{ ...habit, streakIfDone: 365, streakAtStake: 364, reachesMilestone: true }] },
  ],
  'streak-at-stake': [
    { purpose: 'due', habits: [{ ...habit, streakIfDone: 13, streakAtStake: 12 }] },
    { purpose: 'due', habits: [{ ...habit, streakIfDone: 5, streakAtStake: 4, streakUnit: 'month' }] },
  ],
  'missed-yesterday': [
    { purpose: 'due', habits: [{ ...habit, streakIfDone: 1, streakAtStake: 0, missedYesterday: true }] },
  ],
  monday: [
    { purpose: 'due', habits: [{ ...habit, weeks: weeks(5, 3) }] },
    { purpose: 'due', habits: [{ ...habit, weeks: weeks(4, 4) }] },
    { purpose: 'due', habits: [{ ...habit, weeks: weeks(2, 6) }] },
  ],
  'plain-day': [
    { purpose: 'due', habits: [habit] },
    { purpose: 'due', habits: [{ ...habit, streakIfDone: 0, streakAtStake: 0 }] },
  ],
};
/** What is known by its words in each language. */
const TONGUES = {
  en: {
    words: english,
    ai: /\bAI\b/,
    title: '“Read ten pages before bed”',
    several: (count: number) => `${count} of your habits`,
    writtenDown: /\b(written|write|jot)\b/,
    never:
      /\b(will|promise|guarantee|always|never|must|should|fail\w*|lost?|lose|lazy|shame|guilt\w*|disappoint\w*|again\?|sorry|only|but|health\w*|doctor|medic\w*|cure\w*|dose|pill|calorie\w*|weight)\b/iu,
  },
  de: {
    words: german,
    ai: /\bKI-Assistent\b/,
    title: '„Read ten pages before bed“',
    several: (count: number) => `${count} deiner Gewohnheiten`,
    writtenDown: /schreib|schrieben|notier/,
    never:
      /\b(wirst|wird (?!notiert)|versprech\w*|garantier\w*|immer|nie|musst|sollst|solltest|versagt?|verlier\w*|verloren|faul|schäm\w*|schuld\w*|enttäusch\w*|leider|aber|gesund\w*|arzt|ärzt\w*|medizin\w*|heil\w*|dosis|pille|kalorie\w*|gewicht)\b/iu,
  },
} as const;
const LANGUAGES = ['en', 'de'] as const;

const CASES = LANGUAGES.flatMap((language) =>
  PERSONAS.flatMap((persona) =>
    CALL_SITUATIONS.flatMap((situation) =>
      CALLS[situation].map((facts, place) => ({ language, persona, situation, facts, place })),
    ),
  ),
);

const DAY = '2026-11-23';
const DAYS = [DAY, addDays(DAY, 1)];
const CHANCES = Array.from({ length: 40 }, (_, place) => place / 39);

type Call = Facts & Pick<Briefing, 'language' | 'persona' | 'chance' | 'day'>;

/** Calls in each way of saying it. */
function waysOf(facts: Facts, persona: Persona, language: Briefing['language']): Call[] {
  return DAYS.flatMap((day) => CHANCES.map((chance) => ({ ...facts, language, persona, day, chance })));
}

function opening(call: Call, personName: string | null = 'Ada'): string[] {
  return scriptFor(call).greeting({ ...call, personName });
}

function closing(call: Call): string[] {
  const script = scriptFor(call);
  return [...(call.habits[0] ? script.praise(call.habits[0]) : []), script.goodbye];
}

/** All that is said when the answer is a plain yes; of several habits, until the first of them is answered. */
function plainYes(call: Call): string[] {
  const { writtenDown, firstHabit, haveYouDoneIt, testWorks, goodbye } = scriptFor(call);
  const [first, ...others] = call.habits;
  if (!first) return [...opening(call), ...(call.purpose === 'test' ? [testWorks] : []), goodbye];
  return [
    ...opening(call),
    writtenDown,
    ...(others.length > 0 ? [firstHabit(first)] : []),
    haveYouDoneIt,
    ...closing(call),
  ];
}

const wordsIn = (text: string) => text.split(/\s+/u).filter(Boolean).length;

/** Every text in the words of a persona. */
function textsIn(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  return Object.values(words as object).flatMap(textsIn);
}

describe('the situation of a call', () => {
  it.each(CALL_SITUATIONS)('is %s', (situation) => {
    for (const facts of CALLS[situation]) expect(situationFor(facts)).toBe(situation);
  });

  it('is why it was made, before all else', () => {
    const habits = [...CALLS['milestone-near'][0]!.habits, habit];
    expect(situationFor({ purpose: 'follow-up', habits, firstCall: true })).toBe('follow-up');
    expect(situationFor({ purpose: 'due', habits, firstCall: true })).toBe('first-call');
    expect(situationFor({ purpose: 'due', habits })).toBe('several-habits');
  });

  it('counts what is open alone', () => {
    expect(situationFor({ purpose: 'due', habits: [habit, { ...habit, open: false }] })).toBe('plain-day');
  });

  it('of one habit is the milestone, then the streak, then the day before, then the week', () => {
    const one = { ...habit, weeks: weeks(1, 1), missedYesterday: true };
    const of = (some: Partial<BriefedHabit>) => situationFor({ purpose: 'due', habits: [{ ...one, ...some }] });
    expect(of({ streakIfDone: 14, streakAtStake: 13, reachesMilestone: true })).toBe('milestone-near');
    expect(of({ streakIfDone: 13, streakAtStake: 12 })).toBe('streak-at-stake');
    expect(of({ streakIfDone: 13, streakAtStake: 0 })).toBe('missed-yesterday');
    expect(of({ missedYesterday: false })).toBe('monday');
  });
});

describe.each(CASES)('$language, $persona, $situation, $place', ({ language, persona, facts }) => {
  const ways = waysOf(facts, persona, language);
  const { ai, title, several, writtenDown } = TONGUES[language];

  it('says in its first sentence who calls, that it is an AI, and why', () => {
    for (const call of ways) {
      for (const name of ['Ada', null]) {
        const [first] = opening(call, name);
        expect(first).toMatch(/Callivate/);
        expect(first).toMatch(ai);
        if (name) expect(first).toMatch(/\bAda\b/);
        if (call.habits.length === 1) expect(first).toContain(title);
        if (call.habits.length > 1) expect(first).toContain(several(call.habits.length));
        expect(first).toMatch(/\.$/);
      }
      expect(scriptFor(call).writtenDown).toMatch(writtenDown);
    }
  });

  it('takes at most 15 seconds with a plain yes, and one exclamation mark', () => {
    for (const call of ways) {
      const said = plainYes(call).join(' ');
      expect([wordsIn(said) <= MOST_WORDS, wordsIn(said), said]).toEqual([true, expect.anything(), said]);
      expect(said.split('!').length).toBeLessThanOrEqual(2);
      expect(said).not.toMatch(/[{}]|undefined|NaN/);
    }
  });

  it('has at least three greetings, and closings', () => {
    const reasons = new Set(ways.map((call) => opening(call).join(' ')));
    expect(reasons.size).toBeGreaterThanOrEqual(3);
    expect(new Set(ways.map((call) => closing(call).join(' '))).size).toBeGreaterThanOrEqual(3);
  });
});

it.each(LANGUAGES)('no two personas ever greet alike in %s', (language) => {
  for (const situation of CALL_SITUATIONS) {
    for (const facts of CALLS[situation]) {
      const greetings = PERSONAS.map(
        (persona) => new Set(waysOf(facts, persona, language).map((call) => opening(call)[0])),
      );
      expect(new Set(greetings.flatMap((some) => [...some])).size).toBe(
        greetings.reduce((sum, { size }) => sum + size, 0),
      );
    }
  }
});

describe('no two days in a row', () => {
  const anyCase = fc.constantFrom(...CASES);
  const anyChance = fc.double({ min: 0, max: 1, noNaN: true });
  const anyDay = fc.nat(20_000).map((days) => addDays('2000-01-01', days));

  it('greet or close alike, whatever chance there is', () => {
    void fc.assert(
      fc.property(
        anyCase,
        anyDay,
        anyChance,
        anyChance,
        fc.string(),
        ({ facts, persona, language }, day, one, other, title) => {
          const habits = facts.habits.map((each) => ({ ...each, title }));
          const today = { ...facts, habits, persona, language, day, chance: one };
          const tomorrow = { ...today, day: addDays(day, 1), chance: other };
          const parts = (call: Call) => [opening(call).join(' '), ...closing(call), scriptFor(call).haveYouDoneIt];
          const [before, after] = [parts(today), parts(tomorrow)];
          for (const [place, words] of before.entries()) expect(after[place]).not.toBe(words);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('any script', () => {
  const anyTitle = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.lorem({ maxCount: 60 }),
    fc.constantFrom('{hello} {habit} {streak}', '$1 $& $`', 'Read. Now! Stop? Go.', '<b>x</b>', 'x '.repeat(99), ''),
  );
  const anyHabit = fc.record({
    occurrenceId: fc.constant('h'),
    title: anyTitle,
    kind: fc.constantFrom('yes-no' as const, 'numeric' as const),
    unit: fc.option(anyTitle),
    target: fc.constant(null),
    dueTime: fc.constant('18:05'),
    streakIfDone: fc.nat(2_000),
    streakAtStake: fc.nat(2_000),
    streakUnit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
    reachesMilestone: fc.boolean(),
    missedYesterday: fc.boolean(),
    weeks: fc.option(
      fc.tuple(fc.nat(99), fc.nat(99)).map(([last, before]) => weeks(last, before)),
      { nil: undefined },
    ),
    open: fc.boolean(),
  });
  const anyCall = fc.record({
    purpose: fc.constantFrom(
      'due' as const,
      'follow-up' as const,
      'callback' as const,
      'now' as const,
      'test' as const,
      'inbound' as const,
    ),
    language: fc.constantFrom(undefined, 'fr', ...LANGUAGES, 'de-AT'),
    persona: fc.constantFrom(...PERSONAS),
    chance: fc.double({ min: 0, max: 1, noNaN: true }),
    day: fc.nat(9_999).map((days) => addDays(DAY, days)),
    firstCall: fc.boolean(),
    habits: fc.array(anyHabit, { minLength: 1, maxLength: 3 }),
  });
  const now = new Date('2026-11-23T17:05:00Z');

  it('keeps its sentences short, and fills every gap', () => {
    void fc.assert(
      fc.property(anyCall, fc.option(anyTitle), (call, personName) => {
        const script = scriptFor(call);
        const { greeting, praise, firstHabit, nextHabit, aboutHabit, alreadyDone, howMany, callAgainAt, ...others } =
          script;
        const { nowPaused, settledElsewhere, toTheScreener, inDanger, youSaid, lastTimeYouSaid, ...fixed } = others;
        const said = [
          ...greeting({ ...call, personName }),
          ...call.habits.flatMap((each) => [
            ...praise(each),
            ...[firstHabit, nextHabit, aboutHabit, alreadyDone, howMany].map((sentence) => sentence(each)),
            ...[nowPaused, settledElsewhere].map((sentence) => sentence(each)),
          ]),
          callAgainAt(now, now, { timeZone: 'UTC', timeFormat: '12h' }, 3),
          toTheScreener({ personName }),
          youSaid(call.habits[0]!.title),
          lastTimeYouSaid(call.habits[0]!.title),
          ...inDanger('self-harm', emergencyNumbers('Europe/Berlin')),
          ...inDanger('emergency', emergencyNumbers('Europe/Berlin')),
          ...Object.values(fixed).flat(),
        ];
        for (const sentence of said) {
          expect(wordsIn(sentence)).toBeLessThanOrEqual(LONGEST_SENTENCE);
          expect(sentence).not.toMatch(/[{}<>]|undefined|NaN/);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

const VOICES = LANGUAGES.flatMap((language) => PERSONAS.map((persona) => [persona, language] as const));

describe.each(VOICES)('the words of %s in %s', (persona, language) => {
  const { words, never } = TONGUES[language];
  const texts = textsIn(words.personas[persona]);

  it('promise nothing, blame nobody, and give no medical advice', () => {
    for (const text of texts) expect(text).not.toMatch(never);
  });

  it('leave only known gaps', () => {
    const known = ['name', 'hello', 'habit', 'streak', 'newCount', 'lastWeek', 'weekBefore'];
    for (const text of texts) for (const [, gap] of text.matchAll(/\{(\w+)\}/gu)) expect(known).toContain(gap);
  });

  it('say a thing in at least three ways where it shows, none of them twice', () => {
    const { hello, opening: openings, reasons, ...others } = words.personas[persona];
    const { monday, ...plain } = reasons;
    for (const ways of [...Object.values(plain), ...Object.values(monday), openings, ...Object.values(others)]) {
      expect(new Set(ways).size).toBe(ways.length);
      expect(ways.length).toBeGreaterThanOrEqual(3);
    }
    expect(new Set(hello.named).size).toBe(hello.named.length);
  });
});

describe('the language of a call', () => {
  const greeting = (language?: string) => opening({ purpose: 'due', habits: [habit], language }).join(' ');

  it.each(['de', 'de-AT', 'DE'])('%s is German', (language) => expect(greeting(language)).toContain('KI-Assistent'));

  it.each(['en-GB', 'fr', 'constructor', undefined])('%s falls back to English', (language) =>
    expect(greeting(language)).toContain('an AI assistant'),
  );
});
