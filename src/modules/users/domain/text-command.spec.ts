import fc from 'fast-check';
import { readText, type TextCommand } from './text-command';

const WORDS: Record<TextCommand, string[]> = {
  stop: ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT', 'ARRET', 'ARRÊT', 'STOPP'],
  start: ['START', 'UNSTOP', 'YES'],
  help: ['HELP', 'INFO', 'HILFE'],
};
const ALL = Object.entries(WORDS).flatMap(([command, words]) => words.map((word) => [word, command] as const));

/** In any letters, small or capital. */
const written = (word: string) =>
  fc
    .array(fc.boolean(), { minLength: word.length, maxLength: word.length })
    .map((large) => [...word].map((letter, i) => (large[i] ? letter.toUpperCase() : letter.toLowerCase())).join(''));

describe('A text message', () => {
  it.each(ALL)('that begins with %s is heeded, however it is written', (word, command) => {
    const before = fc.constantFrom('', ' ', '\n', '"', '¡');
    const behind = fc.constantFrom('', '.', '!', ' 👋', ...(command === 'start' ? [] : [' please', ', I mean it']));
    fc.assert(
      fc.property(before, written(word), behind, (first, said, rest) => readText(first + said + rest) === command),
    );
  });

  it.each(['', ' ', '12', 'nonstop', 'stopping', 'yesterday', 'the end', 'no', 'ok', 'ending'])(
    'that says %j is nothing to us',
    (body) => {
      expect(readText(body)).toBeNull();
    },
  );

  it('is read whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (body) => [null, 'stop', 'start', 'help'].includes(readText(body))),
    );
  });
});
