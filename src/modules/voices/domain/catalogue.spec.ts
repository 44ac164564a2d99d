import fc from 'fast-check';
import { SPOKEN_LANGUAGES } from '../../../kernel/languages';
import { PERSONAS, VOICE_IDS } from '../../../kernel/voices';
import { chosenVoice, findVoice, VOICES, voiceOf } from './catalogue';

const SPEAKING = VOICES.flatMap((voice) =>
  SPOKEN_LANGUAGES.map((language) => ({ voice, id: voice.id, language, spoken: voice.languages[language] })),
);

describe('The catalogue of voices', () => {
  it('has one voice for each persona', () => {
    expect(VOICES.map(({ persona }) => persona)).toEqual(PERSONAS);
    expect(VOICES.map(({ id }) => id)).toEqual(VOICE_IDS);
    expect(new Set(VOICES.map(({ synthesis }) => synthesis)).size).toBe(VOICES.length);
  });

  it.each(SPEAKING)('lets $id speak $language on the telephone and in browsers', ({ language, spoken }) => {
    const { browser, telephone } = spoken;
    expect(browser.lang.slice(0, 2)).toBe(language);
    expect(telephone.language).toBe(browser.lang);
    expect(telephone.voice.startsWith(`${telephone.language}-`)).toBe(true);
    expect(browser.pitch).toBeGreaterThan(0.5);
    expect(browser.pitch).toBeLessThan(1.5);
    expect(browser.rate).toBeGreaterThan(0.7);
    expect(browser.rate).toBeLessThan(1.3);
    expect(new Set(browser.names).size).toBe(browser.names.length);
  });

  it.each(SPEAKING)(
    'has a sample of $id in $language that says who speaks, and what',
    ({ voice, language, spoken }) => {
      expect(spoken.sample).toContain(voice.name);
      expect(spoken.sample).toContain({ en: 'AI', de: 'KI' }[language]);
      expect(spoken.sample.split(/\s+/).length).toBeLessThanOrEqual(30);
    },
  );

  it('shares no voice of the telephone between two', () => {
    const voices = SPEAKING.map(({ spoken }) => spoken.telephone.voice);
    expect(new Set(voices).size).toBe(voices.length);
  });
});

describe('The voice of a call', () => {
  const id = fc.option(fc.oneof(fc.constantFrom(...VOICE_IDS), fc.string()), { nil: null });

  it('is the habit’s, else the person’s, else Sarah, and ids nobody knows choose nothing', () => {
    fc.assert(
      fc.property(id, id, (habits, persons) => {
        const known = [habits, persons, 'sarah'].filter((one) => VOICE_IDS.some((voiceId) => voiceId === one));
        expect(voiceOf(habits, persons).id).toBe(known[0]);
        expect(chosenVoice(habits, persons)?.id).toBe(known.slice(0, -1)[0]);
      }),
    );
  });

  it.each(['toString', '__proto__', '', null])('is not found by %j', (other) => {
    expect(findVoice(other)).toBeUndefined();
  });
});
