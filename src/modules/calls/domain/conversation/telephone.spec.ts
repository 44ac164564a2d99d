import * as fc from 'fast-check';
import type { Purpose } from '../call';
import { BriefedHabit, Briefing, Brought, Effect } from './briefing';
import { isOver } from './conversation';
import { Rehearsal, rehearse } from './rehearsal';

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
  open: true,
};

const english: Briefing = {
  purpose: 'due',
  personName: 'Ada',
  habits: [reading],
  timeZone: 'Europe/Berlin',
  timeFormat: '24h',
  callbacksLeft: 3,
  latestCallback: new Date('2026-11-23T23:00:00Z'),
  telephone: { voicemail: 'hang-up' },
};
const german: Briefing = { ...english, language: 'de' };
const leavingWord = (briefing: Briefing): Briefing => ({ ...briefing, telephone: { voicemail: 'leave-word' } });
const inApp = ({ telephone: _, ...briefing }: Briefing): Briefing => briefing;

const GREETING = {
  en: /^Hello Ada, this is Callivate, an AI assistant, calling about “Read ten pages”\.$/,
  de: /^Hallo Ada, hier ist Callivate, ein KI-Assistent, es geht um „Read ten pages“\.$/,
};

/** What is heard on an open line: `*1` a key, `` (nothing) a silence, `(hello?)` that nobody spoke at first, anything else words. */
function talk(briefing: Briefing, ...heard: string[]): Rehearsal {
  return rehearse(briefing, heard.map(brought), now);
}

function brought(text: string): Brought {
  if (text === '(hello?)') return { kind: 'answered' };
  if (text === '') return { kind: 'silence' };
  return text.startsWith('*') ? { kind: 'key', digit: text.slice(1) } : { kind: 'said', text };
}

const told = (effects: readonly Effect[]) =>
  effects.map((effect) => {
    if (effect.kind === 'result') return `${effect.occurrenceId} ${effect.meaning}`;
    if (effect.kind === 'hang-up') return effect.voicemail ? 'voicemail' : 'hang-up';
    return effect.kind;
  });

describe('The opening of a call on a telephone', () => {
  it.each([
    ['a hello', english, 'Hello?', GREETING.en],
    ['a name', english, 'Ada Lovelace speaking', GREETING.en],
    ['a question', english, 'who is this?', GREETING.en],
    ['a yes that answers nothing yet', english, 'yes?', GREETING.en],
    ['a moment nobody speaks in', english, '(hello?)', GREETING.en],
    ['a German hello', german, 'Ja, hallo?', GREETING.de],
    ['a German name', german, 'Lovelace', GREETING.de],
  ])('after %s says name, AI and reason in one sentence, and that it did', (_, briefing, first, greeting) => {
    const { said, effects, state } = talk(briefing, first);
    expect(said[0]).toMatch(greeting);
    expect(told(effects)).toEqual(['disclosed']);
    expect(state.phase).toBe('asking');
  });

  it('is greeted once, whatever comes at the same time', () => {
    const { said, effects } = talk(english, 'Hello?', '(hello?)');
    expect(said.filter((sentence) => GREETING.en.test(sentence))).toHaveLength(1);
    expect(told(effects)).toEqual(['disclosed']);
  });

  it('counts no hello among the answers', () => {
    expect(talk(english, 'Hello?').state).toMatchObject({ turns: 0, silences: 0 });
  });

  it('discloses before it hears a key that was pressed at once', () => {
    const { said, effects } = talk(english, '*1');
    expect(said[0]).toMatch(GREETING.en);
    expect(told(effects)).toEqual(['disclosed', 'reading done', 'hang-up', 'human']);
  });

  it.each(['stop calling me', 'wrong number'])('is cut short by “%s”', (words) => {
    const { said, effects } = talk(english, words);
    expect(said.join(' ')).not.toMatch(/Read ten pages/);
    expect(told(effects)).toEqual(['suppress', expect.stringMatching('reading '), 'hang-up', 'human']);
  });

  it('is no record of its own in the app', () => {
    expect(told(talk(inApp(english), '(hello?)', 'yes').effects)).toEqual(['reading done', 'hang-up']);
  });
});

describe('A voicemail', () => {
  const TAPES: ReadonlyArray<readonly [string, Briefing, string[]]> = [
    [
      'that says it all',
      english,
      ['You’ve reached Ada. I can’t come to the phone, please leave a message after the tone.'],
    ],
    ['of the network', english, ['Your call has been forwarded to an automatic voice message system.']],
    ['of another network', english, ['The wireless customer you have called is not available at this time.']],
    ['with advice for emergencies', english, ['If this is an emergency, hang up and dial 911. Or leave a message.']],
    [
      'in pieces',
      english,
      ['Hi, this is Ada.', 'I am out hiking just now.', 'So please leave a message after the beep.'],
    ],
    [
      'whose advice comes alone',
      english,
      ['Hi.', 'If this is an emergency, hang up and dial 911.', 'At the tone, record your message.'],
    ],
    [
      'that greets and says nothing more',
      english,
      ['Hi, this is Ada, I am out hiking, thanks for calling, bye.', '', ''],
    ],
    ['nobody is heard from at all', english, ['(hello?)', '', '']],
    [
      'in German',
      german,
      ['Hallo, hier ist der Anrufbeantworter von Ada. Bitte hinterlasst eine Nachricht nach dem Ton.'],
    ],
    ['of a German network', german, ['Der gewünschte Gesprächspartner ist zurzeit nicht erreichbar.']],
    ['in German pieces', german, ['Guten Tag.', 'Ich kann Ihren Anruf gerade nicht entgegennehmen.']],
    ['that is silent in German', german, ['Lovelace', '', '']],
  ];

  it.each(TAPES)('%s is no answer, and hears no word', (_, briefing, heard) => {
    const { said, effects, lines } = talk(briefing, ...heard);
    expect(told(effects).filter((kind) => kind !== 'disclosed')).toEqual(['voicemail']);
    expect(lines.at(-1)!.said).toEqual([]);
    expect(said.join(' ')).not.toMatch(/911/);
  });

  it.each(TAPES)('%s hears one neutral word where its owner wants it', (_, briefing, heard) => {
    const { lines } = talk(leavingWord(briefing), ...heard);
    const word = lines.at(-1)!.said.join(' ');
    expect(word).toMatch(/^This is Callivate, an automated assistant\. I will|^Hier ist Callivate, ein automatischer/);
    expect(word).not.toMatch(/Read|habit|Gewohnheit|Ada/);
  });

  it.each([
    ['says nothing clear', ['Hello?', 'hmm', '', '']],
    ['answers one question of two', ['(hello?)', 'hold on', '', '', '', '', '']],
  ])('is none where somebody %s', (_, heard) => {
    expect(told(talk(english, ...heard).effects)).toEqual(['disclosed', 'reading unclear', 'hang-up']);
  });

  it('is none who calls us, however silent', () => {
    const calling: Briefing = { ...english, purpose: 'inbound' };
    expect(told(talk(calling, '(hello?)', '', '').effects)).toEqual(['disclosed', 'reading unclear', 'hang-up']);
    expect(talk(calling, '(hello?)', 'can you leave a message in the app').state.phase).toBe('asking');
  });

  it('is not asked whether it wants to leave a message', () => {
    expect(told(talk(english, 'Hello?', 'can I leave a message?').effects)).toEqual(['disclosed']);
  });
});

describe('Real danger', () => {
  it.each([
    [english, 'I want to die'],
    [english, 'call an ambulance'],
    [german, 'ich will mich umbringen'],
  ])('is heard before the greeting and behind it: %#', (briefing, words) => {
    expect(told(talk(briefing, words).effects)).toContain('alarm');
    expect(told(talk(briefing, 'hello?', words).effects)).toContain('alarm');
  });
});

describe('A robot that screens calls', () => {
  const ROBOTS: ReadonlyArray<readonly [Briefing, string]> = [
    [english, 'Hi, if you record your name and reason for calling, I’ll see if this person is available.'],
    [english, 'The person you’re calling is using a screening service from Google. Go ahead and say your name.'],
    [german, 'Bitte nennen Sie Ihren Namen und den Grund des Anrufs.'],
  ];

  it.each(ROBOTS)('hears who calls and why, not about what, and is no voicemail: %#', (briefing, words) => {
    const { said, effects, state } = talk(leavingWord(briefing), words);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/Callivate.*(?:AI|KI)/);
    expect(said[0]).not.toMatch(/Read ten pages/);
    expect(effects).toEqual([]);
    expect(state.phase).toBe('ringing');
  });

  it.each(ROBOTS)('gives the telephone to somebody who is greeted anew: %#', (briefing, words) => {
    const { said, effects } = talk(briefing, words, 'hello?');
    expect(said[1]).toMatch(GREETING[briefing.language === 'de' ? 'de' : 'en']);
    expect(told(effects)).toEqual(['disclosed']);
  });

  it('may ask to stay on the line, and takes its time', () => {
    const { said } = talk(english, ROBOTS[0]![1], 'Thanks, please stay on the line.', '', '', '');
    expect(said).toHaveLength(2);
    expect(said.join(' ')).not.toMatch(/Read ten pages/);
  });

  it('gives it to somebody who is silent: they are spoken to after a while', () => {
    const { said } = talk(english, ROBOTS[0]![1], '', '', '', '');
    expect(said[1]).toMatch(GREETING.en);
  });

  it('answered after the greeting is no voicemail either', () => {
    const { state } = talk(english, '(hello?)', ROBOTS[0]![1]);
    expect(state).toMatchObject({ phase: 'asking', screened: true });
  });
});

describe('Proof that a person answered', () => {
  it.each<[string, string[], number]>([
    ['a clear answer', ['hello?', 'yes, I did'], 1],
    ['a key', ['(hello?)', '*2'], 1],
    ['a key nobody knows', ['(hello?)', '*5'], 1],
    ['many of both, once', ['(hello?)', '*5', 'no'], 1],
    ['no hello', ['hello?'], 0],
    ['nothing unclear', ['hello?', 'hmm', 'well'], 0],
    ['no screening', ['please state your name and the reason'], 0],
    ['no voicemail', ['hi', 'leave a message after the tone'], 0],
    ['no silence', ['(hello?)', '', ''], 0],
  ])('is %s', (_, heard, times) => {
    expect(told(talk(english, ...heard).effects).filter((kind) => kind === 'human')).toHaveLength(times);
  });

  it('is looked for on a telephone alone', () => {
    expect(told(talk(inApp(english), '(hello?)', '*1').effects)).not.toContain('human');
  });
});

describe('Somebody who calls us', () => {
  const calling = (habits: BriefedHabit[], language = 'en'): Briefing => ({
    ...english,
    purpose: 'inbound',
    habits,
    language,
  });

  it('is told who we are, and asked about what is open', () => {
    const { said, effects } = talk(calling([reading]), '(hello?)', 'yes');
    expect(said[0]).toMatch(/^Hello Ada, this is Callivate, an AI assistant, .*“Read ten pages”\.$/);
    expect(told(effects)).toEqual(['disclosed', 'reading done', 'hang-up', 'human']);
  });

  it.each([
    ['en', /^Hello Ada, this is Callivate, an AI assistant, .*all is done/],
    ['de', /^Hallo Ada, hier ist Callivate, ein KI-Assistent, .*alles ist erledigt/],
  ])('hears in one sentence, in %s, that all is done, and goodbye', (language, sentence) => {
    const { said, effects } = talk(calling([], language), '(hello?)');
    expect(said).toEqual([expect.stringMatching(sentence), expect.any(String)]);
    expect(told(effects)).toEqual(['disclosed', 'hang-up']);
  });
});

describe('Where no words are kept', () => {
  const unkept: Briefing = { ...english, keepsWords: false };

  it('it is said so, and nothing is offered to be remembered', () => {
    const { said } = talk(unkept, '(hello?)', 'no, because the kids were sick');
    expect(said.join(' ')).toContain('I keep your answers, and none of your words.');
    expect(said.join(' ')).not.toMatch(/written|remember/);
  });
});

describe('Any call on a telephone', () => {
  const anything = fc.oneof(
    fc.constantFrom(
      ...['hello?', 'yes', 'no', 'later', 'stop calling me', 'hold on', 'leave a message after the tone', 'I am sick'],
      ...['state your name and reason', 'If this is an emergency, dial 911.', 'nach dem Ton', 'hmm', '', '*1', '*9'],
      '(hello?)',
    ),
    fc.lorem({ maxCount: 5 }),
  );
  const anyPurpose = fc.constantFrom<Purpose>('due', 'follow-up', 'callback', 'now', 'test', 'inbound');
  const anyBriefing = fc.record({
    purpose: anyPurpose,
    habits: fc.constantFrom<BriefedHabit[]>(
      [],
      [reading],
      [reading, { ...reading, occurrenceId: 'other' }],
      [{ ...reading, open: false }],
    ),
    language: fc.constantFrom('en', 'de'),
    keepsWords: fc.boolean(),
    telephone: fc.constantFrom({ voicemail: 'hang-up' as const }, { voicemail: 'leave-word' as const }),
  });

  it('discloses and is proven once at most, discloses before any result, and says nothing of a habit to a voicemail at the end', () => {
    void fc.assert(
      fc.property(anyBriefing, fc.array(anything, { maxLength: 20 }), (some, heard) => {
        const { effects, lines, state } = talk({ ...english, ...some }, ...heard);
        const kinds = effects.map(({ kind }) => kind);
        for (const once of ['disclosed', 'human', 'hang-up']) {
          expect(kinds.filter((kind) => kind === once).length).toBeLessThanOrEqual(1);
        }
        const answered = effects.findIndex((effect) => effect.kind === 'result' && effect.meaning === 'done');
        if (answered >= 0) expect(kinds.slice(0, answered)).toContain('disclosed');
        const tape = lines.find((line) => isOver(line.state));
        if (tape && effects.some((effect) => effect.kind === 'hang-up' && effect.voicemail)) {
          expect(tape.said.join(' ')).not.toContain('Read ten pages');
        }
        expect(isOver(state)).toBe(kinds.includes('hang-up'));
      }),
      { numRuns: 500 },
    );
  });
});
