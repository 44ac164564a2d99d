import { SPOKEN_LANGUAGES } from '../../../kernel/languages';
import { consentText, consentTextOf } from './consent-text';

describe('The text of a consent', () => {
  it.each(SPOKEN_LANGUAGES)('is there in %s, under a version of its own', (language) => {
    const text = consentText(language);
    expect(text).toMatchObject({ language, version: expect.stringMatching(new RegExp(`^calls-\\d+-${language}$`)) });
    expect(consentTextOf(text.version)).toBe(text);
    expect(text.text.split('\n')).toHaveLength(6);
  });

  it('is none of a version that never was, whatever it is called', () => {
    for (const version of ['', 'calls-0-en', 'CALLS-1-EN', 'toString', '__proto__']) {
      expect(consentTextOf(version)).toBeUndefined();
    }
  });
});
