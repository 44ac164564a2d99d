import type { Voice } from '../voice';

export const marcus: Voice = {
  id: 'marcus',
  name: 'Marcus',
  persona: 'confident',
  gender: 'male',
  description: 'Confident and clear, as a coach who counts on you.',
  synthesis: 'onyx',
  languages: {
    en: {
      sample: 'This is Marcus, your AI caller. You made a plan, and I am here to ask about it. Is it done?',
      browser: { lang: 'en-US', pitch: 0.85, rate: 1, names: ['Guy', 'Davis', 'Alex', 'Daniel', 'David'] },
      telephone: { ttsProvider: 'Google', voice: 'en-US-Chirp3-HD-Orus', language: 'en-US' },
    },
    de: {
      sample: 'Hier ist Marcus, dein KI-Anrufer. Du hast einen Plan, und ich frage danach. Ist es erledigt?',
      browser: { lang: 'de-DE', pitch: 0.85, rate: 1, names: ['Conrad', 'Killian', 'Markus', 'Stefan'] },
      telephone: { ttsProvider: 'Google', voice: 'de-DE-Chirp3-HD-Orus', language: 'de-DE' },
    },
  },
};
