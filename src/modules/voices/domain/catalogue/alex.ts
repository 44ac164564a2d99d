import type { Voice } from '../voice';

export const alex: Voice = {
  id: 'alex',
  name: 'Alex',
  persona: 'energetic',
  gender: 'neutral',
  description: 'Energetic and quick, for days that need a push.',
  synthesis: 'alloy',
  languages: {
    en: {
      sample: 'Hey, Alex here, your AI caller! One quick question, and you are off again: did you do it?',
      browser: { lang: 'en-US', pitch: 1.1, rate: 1.1, names: ['Andrew', 'Guy', 'Alex', 'Google US English', 'Mark'] },
      telephone: { ttsProvider: 'Google', voice: 'en-US-Chirp3-HD-Puck', language: 'en-US' },
    },
    de: {
      sample: 'Hey, hier ist Alex, deine KI-Stimme! Eine schnelle Frage, dann geht es weiter: Hast du es gemacht?',
      browser: {
        lang: 'de-DE',
        pitch: 1.1,
        rate: 1.1,
        names: ['Florian', 'Conrad', 'Markus', 'Google Deutsch', 'Stefan'],
      },
      telephone: { ttsProvider: 'Google', voice: 'de-DE-Chirp3-HD-Puck', language: 'de-DE' },
    },
  },
};
