import fc from 'fast-check';
import { readText, type TextCommand } from './text-command';

const CASES: Record<TextCommand | 'nothing', string[]> = {
  stop: [
    ...['STOP', 'stop', ' Stop. ', 'sToP!!', '"STOP"', '🛑 stop', 'STOP\n', 'ＳＴＯＰ', 'stop it', 'Stop calling me'],
    ...['STOPALL', 'stop all', 'Unsubscribe', 'CANCEL', 'end', 'QUIT', 'revoke', 'opt-out', 'Opt out', 'OPTOUT'],
    ...['please stop', 'Ok, stop', 'Do not call me again', 'don’t text me', "Don't call this number", 'No more calls'],
    ...[
      'Wrong number',
      'leave me alone!',
      'ARRÊT',
      'Stopp',
      'Bitte stopp',
      'Abmelden',
      'Keine Anrufe mehr',
      'stop stop',
    ],
    ...['stop, then start', 'Stop. Help', 'Remove me from your list', 'Falsche Nummer'],
  ],
  start: ['START', 'start', 'Unstop', ' YES ', 'yes!', 'Start.'],
  help: ['HELP', 'help', 'Help me', 'INFO', 'Hilfe', 'please help', 'info?'],
  nothing: [
    ...[
      '',
      ' ',
      '42',
      '👍',
      "don't stop",
      'do not stop',
      'Stopping by later',
      'nonstop',
      'ends',
      'I am done',
      'Who is this?',
    ],
    ...['yes please stop', 'Yes I am coming', 'yes, but stop texting me', 'start whenever you like', 'never say never'],
    ...['starter', 'helpless', 'weekend', 'information', 'please', 'ok'],
  ],
};

const cases = Object.entries(CASES).flatMap(([wanted, texts]) => texts.map((text) => [text, wanted] as const));

describe('A text message', () => {
  it.each(cases)('%j asks for: %s', (text, wanted) => {
    expect(readText(text) ?? 'nothing').toBe(wanted);
  });

  it('that begins with STOP stops, in whichever letters, after whichever signs, whatever follows', () => {
    const letters = fc.mixedCase(fc.constantFrom('stop', 'unsubscribe', 'cancel', 'end', 'quit', 'revoke'));
    const signs = fc.constantFrom('', ' ', '  ', '"', '(', '… ', '\t', '🛑');
    const rest = fc.oneof(
      fc.constant(''),
      fc.string().map((text) => ` ${text}`),
    );
    fc.assert(
      fc.property(signs, letters, rest, (before, word, after) => {
        expect(readText(before + word + after)).toBe('stop');
      }),
    );
  });

  it('opens nothing as soon as there is another word in it', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.constantFrom('start', 'unstop', 'yes'), word, (start, other) => {
        expect(readText(`${start} ${other}`)).not.toBe('start');
      }),
    );
  });

  it('is read whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => readText(text) !== undefined));
  });
});
