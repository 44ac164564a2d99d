import * as fc from 'fast-check';
import { LONGEST_NAME, LONGEST_TITLE, spoken, spokenTitle } from './spoken';

const title = (text: string) => spokenTitle(text, 'your habit');

describe('a title as it is spoken', () => {
  it.each([
    ['Read ten pages', 'Read ten pages'],
    ['  Read \t ten\npages. ', 'Read ten pages'],
    ['<break time="9s"/>Read <b>ten</b> pages', 'Read ten pages'],
    ['<speak><audio src="https://evil.example/a.mp3"/>Run</speak>', 'Run'],
    ['Read &lt;break time=&quot;9s&quot;/&gt; ten pages', 'Read ten pages'],
    ['Read &amp;lt;b&amp;gt;ten&amp;lt;/b&amp;gt; pages', 'Read ten pages'],
    ['&#82;ead &#x74;en pages', 'Read ten pages'],
    ['Mum &amp; dad', 'Mum & dad'],
    ['Read\u0000 ten\u0007 pages', 'Read ten pages'],
    ['Re\u200Bad ten\u202E pages', 'Read ten pages'],
    ['**Read** _ten_ `pages`', 'Read ten pages'],
    ['# Read ten pages', 'Read ten pages'],
    ['[Read](https://evil.example/x) ten pages', 'Read ten pages'],
    ['Learn C#', 'Learn C#'],
    ['{hello} {habit}', 'hello habit'],
    ['Read https://evil.example/x?y=1 now', 'Read now'],
    ['Read www.evil.example now', 'Read now'],
    ['Read evil.com/path now', 'Read now'],
    ['Visit shop.example.org', 'Visit'],
    ['Write to bob.smith+x@mail.example now', 'Write to now'],
    ['Call +49 170 1234567 back', 'Call back'],
    ['Call (415) 555-0132', 'Call'],
    ['Call 01701234567', 'Call'],
    ['Walk 10000 steps', 'Walk 10000 steps'],
    ['Save by 2026-12-31', 'Save by 2026-12-31'],
    ['Breathe 4-7-8', 'Breathe 4-7-8'],
    ['Run 5.5 km', 'Run 5.5 km'],
    ['Read.Then write', 'Read.Then write'],
    ['Run 🏃‍♀️ 5 km 🎉', 'Run 5 km'],
    ['👨‍👩‍👧 time', 'time'],
    ['Flag 🇩🇪 drill', 'Flag drill'],
    ['Step 1️⃣ first', 'Step 1 first'],
    ['Read “Dune”', 'Read Dune'],
    ['Stop!!! Now???', 'Stop! Now'],
    ['Z\u0351\u0351\u0351\u0351\u0351a', 'Z\u0351\u0351a'],
    ['Übung für Zähne', 'Übung für Zähne'],
    ['读十页书', '读十页书'],
    ['one two three four five six seven eight nine ten eleven', 'one two three four five six seven eight nine ten'],
    ['a'.repeat(500), 'a'.repeat(60)],
    [`Read ${'x'.repeat(70)}`, 'Read'],
  ])('of %j is %j', (text, expected) => expect(title(text)).toBe(expected));

  it.each([
    '',
    '   ',
    '<p></p>',
    '🎉🎉',
    '\u200B',
    '...',
    'https://evil.example',
    '&lt;b&gt;',
    '+49 170 1234567',
    '[]{}',
  ])('of %j is a neutral one', (text) => expect(title(text)).toBe('your habit'));

  it.each([
    'Fuck this',
    'fuuuuck',
    'f u c k',
    'f.u.c.k off',
    'fu\u200Bck',
    'f*u*c*k',
    'sh1t',
    'ƒuck it',
    'Watch porn',
    'you bitch',
    'n1gger',
    'Read &#102;uck',
    '<b>fu</b>ck',
    'Read ten pages and then do something more in the cunt',
  ])('of the indecent %j is a neutral one', (text) => expect(title(text)).toBe('your habit'));

  it.each([
    'class',
    'Assess my day',
    'Essex run',
    'Clean the cockpit',
    'Drive to Scunthorpe',
    'Middlesex league',
    'Pass the exam',
    'Massage',
    'Cook with cumin',
    'Shiitake soup',
    'Feed the cockatoo',
    'Read Moby Dick',
    'Visit Penistone',
    'Check the fire retardant',
    'Read Charles Dickens',
    'Peacock pose',
    'Practise the bassoon',
    'Cucumber salad',
    'Shih Tzu walk',
    'Analyse my week',
    'Therapist',
    'Title page',
    'Kung fu',
    'Basement clean-up',
    'Parse the log',
    'Mississippi walk',
    'Grape juice',
    'A S A P',
  ])('of the harmless %j is as it is', (text) => expect(title(text)).toBe(text));
});

it.each([
  'a'.repeat(500),
  '@'.repeat(500),
  'a.'.repeat(250),
  '<'.repeat(500),
  '1 '.repeat(250),
  '&#x26;#38;'.repeat(50),
])('a hostile text costs no more than a few milliseconds: %j', (text) => {
  const start = performance.now();
  for (let round = 0; round < 20; round += 1) title(text);
  expect((performance.now() - start) / 20).toBeLessThan(15);
});

it('names are cleaned alike', () => {
  expect(spoken('Ada <b>Lovelace</b> 🎉', LONGEST_NAME)).toBe('Ada Lovelace');
  expect(spoken('Fuck you', LONGEST_NAME)).toBe('');
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...[
      '<',
      '>',
      '&',
      ';',
      'lt',
      'amp',
      '#',
      '&#38;',
      '&amp;',
      '&lt;b&gt;',
      'www.',
      '.com',
      '@',
      '+49',
      '0123456789',
      '{habit}',
    ],
    ...['\u200B', '\u0301', '🎉', '\uD800', ' ', '.', '-', 'fu', 'ck', 'Read', '“', '\u0000', '½', 'ﷺ', '&#x26;#60;'],
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.array(pieces, { maxLength: 40 }).map((some) => some.join('')),
    fc.lorem({ maxCount: 60 }),
  );

  it('is bounded, plain, the same when spoken again, and never empty as a title', () => {
    void fc.assert(
      fc.property(text, (any) => {
        const once = title(any);
        expect(once).not.toBe('');
        expect(title(once)).toBe(once);
        expect([...once].length).toBeLessThanOrEqual(LONGEST_TITLE.characters);
        expect(once.split(/\s+/u).length).toBeLessThanOrEqual(LONGEST_TITLE.words);
        expect(once).not.toMatch(/[<>{}[\]|\\^`*_~"“”@\p{C}\p{Extended_Pictographic}]|&\w+;|https?:|www\./u);
      }),
      { numRuns: 2_000 },
    );
  });
});
