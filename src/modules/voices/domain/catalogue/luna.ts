import type { Voice } from '../voice';

export const luna: Voice = {
  id: 'luna',
  name: 'Luna',
  persona: 'calm',
  gender: 'female',
  description: 'Calm and gentle, in no hurry.',
  synthesis: 'shimmer',
  languages: {
    en: {
      sample: 'Hello. This is Luna, your AI caller. Take your time. How did it go today?',
      browser: {
        lang: 'en-US',
        pitch: 0.95,
        rate: 0.9,
        names: ['Samantha', 'Jenny', 'Aria', 'Google UK English Female', 'Zira'],
      },
      telephone: { ttsProvider: 'Google', voice: 'en-US-Chirp3-HD-Leda', language: 'en-US' },
    },
    de: {
      sample: 'Hallo. Hier ist Luna, deine KI-Anruferin. Lass dir Zeit. Wie lief es heute?',
      browser: { lang: 'de-DE', pitch: 0.95, rate: 0.9, names: ['Amala', 'Katja', 'Anna', 'Google Deutsch', 'Hedda'] },
      telephone: { ttsProvider: 'Google', voice: 'de-DE-Chirp3-HD-Leda', language: 'de-DE' },
    },
  },
};
