import { LANGUAGE_TAG, spokenLanguage } from './languages';

describe('the language of a call', () => {
  it.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE', 'de'],
    ['fr', 'en'],
    ['constructor', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('for %s is %s', (tag, language) => expect(spokenLanguage(tag)).toBe(language));
});

describe('a language tag', () => {
  it.each(['en', 'de-AT', 'zh-Hant-TW', 'gsw'])('%s is one', (tag) => expect(tag).toMatch(LANGUAGE_TAG));
  it.each(['', 'english', 'EN', 'e', 'en_GB', 'en-', 'de AT'])('%j is none', (tag) =>
    expect(tag).not.toMatch(LANGUAGE_TAG),
  );
});
