import { createHash } from 'node:crypto';
import { SPOKEN_LANGUAGES } from '../../../kernel/languages';
import { consentText, consentTextOf } from './consent-text';

const texts = SPOKEN_LANGUAGES.map(consentText);

/** What makes an agreement one, and the words that say it. */
const SAYS: Record<string, Record<'en' | 'de', RegExp>> = {
  'who calls': { en: /Callivate calls me/, de: /Callivate mich .* anruft/ },
  'where: at the number that was proven': { en: /number I have verified/, de: /von mir bestätigten Telefonnummer/ },
  when: { en: /times of my habits and when I ask/, de: /Zeiten meiner Gewohnheiten und wenn ich darum bitte/ },
  'that it is a machine': { en: /made automatically/, de: /automatisch geführt/ },
  'that the voice is artificial': { en: /artificial voice: I talk to an AI/, de: /künstlicher Stimme: .* KI/ },
  'that words are written down, and how to have that not so': {
    en: /written down.*switch that off/,
    de: /aufgeschrieben.*abschalten/,
  },
  'that nothing is recorded': { en: /not recorded/, de: /nicht aufgenommen/ },
  'what it may cost': { en: /carrier may charge me/, de: /Gebühren/ },
  'how to stop it in a call, by a key, by text and in the app': {
    en: /“stop calling me”.*pressing 9.*texting STOP.*in the app/,
    de: /„Ruf mich nicht mehr an“.*Taste 9.*STOP als SMS.*in der App/,
  },
  'that nothing depends on it': { en: /without agreeing/, de: /ohne diese Einwilligung/ },
};

describe('The text that people agree to', () => {
  it.each(Object.keys(SAYS))('says %s', (what) => {
    for (const { language, text } of texts) expect(text).toMatch(SAYS[what]![language]);
  });

  it('is in the language it says, and is found by its version', () => {
    expect(texts.map(({ language }) => language)).toEqual([...SPOKEN_LANGUAGES]);
    for (const text of texts) expect(consentTextOf(text.version)).toBe(text);
    expect(new Set(texts.map(({ version }) => version)).size).toBe(texts.length);
    expect(consentTextOf('calls-0-en')).toBeUndefined();
  });

  it('is as many sentences in each language, a line each', () => {
    const lines = texts.map(({ text }) => text.split('\n').length);
    expect(new Set(lines).size).toBe(1);
  });

  it('is another version whenever a letter of it changes: count it up, and put the new hash here', () => {
    const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);
    expect(Object.fromEntries(texts.map(({ version, text }) => [version, hashOf(text)]))).toEqual({
      'calls-1-en': 'cdbaef5ef5de0ae4',
      'calls-1-de': '7c4153745baedb64',
    });
  });
});
