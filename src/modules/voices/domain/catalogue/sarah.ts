import type { Voice } from '../voice';

export const sarah: Voice = {
  id: 'sarah',
  name: 'Sarah',
  persona: 'warm',
  gender: 'female',
  description: 'Warm and kind, as a friend who is glad with you.',
  synthesis: 'nova',
  languages: {
    en: {
      sample:
        'Hello, this is Sarah, your AI caller. I am glad to hear from you. Have you done what you set out to do today?',
      browser: {
        lang: 'en-US',
        pitch: 1.05,
        rate: 1,
        names: ['Aria', 'Jenny', 'Google US English', 'Samantha', 'Zira'],
      },
      telephone: { ttsProvider: 'Google', voice: 'en-US-Chirp3-HD-Aoede', language: 'en-US' },
    },
    de: {
      sample:
        'Hallo, hier ist Sarah, deine KI-Anruferin. Schön, dich zu hören. Hast du heute geschafft, was du dir vorgenommen hast?',
      browser: { lang: 'de-DE', pitch: 1.05, rate: 1, names: ['Katja', 'Google Deutsch', 'Anna', 'Hedda'] },
      telephone: { ttsProvider: 'Google', voice: 'de-DE-Chirp3-HD-Aoede', language: 'de-DE' },
    },
  },
};
