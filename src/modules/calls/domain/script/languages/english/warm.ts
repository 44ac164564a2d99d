import type { PersonaWords } from '../../language';

/** Sarah: a friend who is glad to ask. */
export const warm: PersonaWords = {
  hello: { named: ['Hello {name}', 'Hi {name}'], nameless: ['Hello', 'Hi', 'Hello there'] },
  opening: [
    '{hello}, this is Callivate, an AI assistant,',
    "{hello}, it's Callivate, your AI assistant,",
    '{hello}, this is Callivate, your AI assistant,',
  ],
  reasons: {
    'test-call': ['with the test call you asked for.', 'just to test how this sounds.', 'with your little test call.'],
    'asked-for': [
      'calling, as you asked, about {habit}.',
      'as you wished, about {habit}.',
      'happy to call you about {habit}.',
    ],
    callback: [
      'calling back, as you asked, about {habit}.',
      'back as you wished, about {habit}.',
      'calling back, gladly, about {habit}.',
    ],
    'follow-up': [
      'calling once more about {habit}.',
      'gently asking again about {habit}.',
      'checking back with you about {habit}.',
    ],
    inbound: [
      'glad you called, about {habit}.',
      'thanks for calling, about {habit}.',
      'lovely, your call about {habit}.',
    ],
    'inbound-all-done': [
      'glad you called, all is done.',
      'and all is done, how lovely.',
      'with good news: all is done.',
    ],
    'first-call': [
      'about {habit}, our first call.',
      'first calling you about {habit}.',
      'a first hello about {habit}.',
    ],
    'several-habits': ['calling about {habit}.', 'asking kindly about {habit}.', 'checking in about {habit}.'],
    'milestone-near': [
      'about {habit}, so close to {newCount}.',
      'about {habit}. {newCount} would be lovely.',
      'about {habit}, one short of {newCount}.',
    ],
    'streak-at-stake': [
      'about {habit} and your lovely {streak}.',
      'calling about {habit}, your {streak}.',
      'asking about {habit}, a nice {streak}.',
      'about {habit} and that fine {streak}.',
    ],
    'missed-yesterday': [
      'calling about {habit}. Today starts fresh.',
      'about {habit}, on a new day.',
      'about {habit}. Good to hear you today.',
    ],
    monday: {
      more: [
        'about {habit}: {lastWeek} last week, after {weekBefore}.',
        'about {habit}. Last week {lastWeek}, before {weekBefore}.',
        'about {habit}: {weekBefore}, then {lastWeek} last week.',
      ],
      same: [
        'about {habit}: {lastWeek} last week, as before.',
        'about {habit}. {lastWeek} again last week.',
        'about {habit}: a steady {lastWeek} last week.',
      ],
      fewer: [
        'about {habit}. A new week begins gently.',
        'about {habit}, in a fresh new week.',
        'about {habit}: {lastWeek} last week, now afresh.',
      ],
    },
    'plain-day': [
      'calling about {habit}.',
      'asking how {habit} went.',
      'thinking of {habit} with you.',
      'checking in about {habit}.',
    ],
  },
  writtenDown: ['Your answers are written down.', 'I write your answers down.', 'Your words are written down.'],
  haveYouDoneIt: ['Have you done it?', 'Did you do it?', 'Is it done?'],
  praise: ['Well done.', 'How lovely.', 'Wonderful.', "I'm glad."],
  rowGrows: [
    'That makes {newCount} running.',
    '{newCount} in a row.',
    'Already {newCount} running.',
    "That's {newCount} together.",
  ],
  milestoneReached: ['{newCount}, how lovely.', 'What a joy, {newCount}.', '{newCount}, something to enjoy.'],
  rowBegins: ['That is a good start.', 'A lovely beginning.', 'A good first step.'],
  backAgain: ['Good to have you back.', 'And a fresh start.', 'Nice to begin again.'],
  oneOfSeveralDone: ['Well done.', 'Lovely.', 'Wonderful.', 'Very nice.'],
  oneOfSeveralGrows: ['Lovely, {newCount} running.', 'Well done, {newCount}.', '{newCount} running, wonderful.'],
  thanksForTelling: [
    'All right, thank you for telling me.',
    'That is fine, thanks for saying so.',
    'No worries, thank you for being honest.',
    'Thank you, that is quite all right.',
  ],
  skipped: ['All right, I skip it this time.', 'Of course, we skip it today.', 'That is fine, skipped for today.'],
  partNoted: [
    'Thank you, that is a start. I noted it.',
    'Every bit counts. I noted it.',
    'Lovely, part of it is done. I noted it.',
  ],
  goodbye: ['Goodbye.', 'Take care.', 'Bye now.', 'Be well.'],
};
