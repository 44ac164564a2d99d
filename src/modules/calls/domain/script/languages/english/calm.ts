import type { PersonaWords } from '../../language';

/** Luna: unhurried, with room to answer. */
export const calm: PersonaWords = {
  hello: {
    named: ['Hello {name}', 'Dear {name}'],
    nameless: ['Hello', 'Hello there', 'Greetings'],
  },
  opening: [
    '{hello}, this is your AI, Callivate,',
    '{hello}, this is Callivate, an AI,',
    '{hello}, it is Callivate, your AI,',
  ],
  reasons: {
    'test-call': ['with a quiet test call.', 'for the test you asked for.', 'simply to test the line.'],
    'asked-for': [
      'here as you asked, about {habit}.',
      'as you asked, about {habit}.',
      'calling when you like, about {habit}.',
    ],
    callback: [
      'back, as you asked, about {habit}.',
      'quietly back about {habit}.',
      'returning, as you wished, about {habit}.',
    ],
    'follow-up': [
      'softly asking again about {habit}.',
      'once more, without hurry, about {habit}.',
      'coming back to {habit}.',
    ],
    inbound: [
      'quietly glad you call, about {habit}.',
      'here for your call about {habit}.',
      'with time for you, about {habit}.',
    ],
    'inbound-all-done': ['and all is quietly done.', 'all is done, and well.', 'with everything done for now.'],
    'first-call': ['with a first call about {habit}.', 'here for the first time: {habit}.', 'beginning with {habit}.'],
    'several-habits': ['with a moment for {habit}.', 'quietly asking about {habit}.', 'taking time for {habit}.'],
    'milestone-near': [
      'about {habit}, softly nearing {newCount}.',
      'about {habit}. Today may bring {newCount}.',
      'about {habit}, a breath from {newCount}.',
    ],
    'streak-at-stake': [
      'about {habit}, your quiet {streak}.',
      'with {habit} and its {streak}.',
      'about {habit}, a steady {streak}.',
      'with {habit}, your calm {streak}.',
    ],
    'missed-yesterday': [
      'about {habit}. Yesterday is past.',
      'about {habit}. Today is a new page.',
      'about {habit}, in a new day.',
    ],
    monday: {
      more: [
        'about {habit}: {weekBefore}, then {lastWeek} last week.',
        'about {habit}. Quietly more: {lastWeek}, after {weekBefore}.',
        'about {habit}, grown from {weekBefore} to {lastWeek}.',
      ],
      same: [
        'about {habit}: {lastWeek} last week, evenly.',
        'about {habit}. {lastWeek} each week, calmly.',
        'about {habit}: {lastWeek}, and {weekBefore} before that.',
      ],
      fewer: [
        'about {habit}. A new week opens.',
        'about {habit}, at an unhurried new week.',
        'about {habit}: {lastWeek} last week, all well.',
      ],
    },
    'plain-day': [
      'with a moment for {habit}.',
      'quietly asking about {habit}.',
      'here about {habit}.',
      'pausing with you for {habit}.',
    ],
  },
  writtenDown: ['Your answers are written down.', 'I write down your words.', 'Your words are written down.'],
  haveYouDoneIt: ['Is it done?', 'Have you done it?', 'Did it happen?'],
  praise: ['Beautiful.', 'Good.', 'Very good.', 'Thank you.'],
  rowGrows: ['{newCount}, one by one.', '{newCount} in a row.', 'Now {newCount}, steadily.', '{newCount}, flowing on.'],
  milestoneReached: ['{newCount}. Breathe that in.', '{newCount}, step by step.', 'Quietly, {newCount}.'],
  rowBegins: ['A quiet beginning.', 'A first small step.', 'And so it begins.'],
  backAgain: ['And you begin again.', 'A gentle return.', 'Here you are again.'],
  oneOfSeveralDone: ['Beautiful.', 'Good.', 'Thank you.', 'Very good.'],
  oneOfSeveralGrows: ['Good, now {newCount}.', '{newCount}, steadily.', '{newCount}, evenly.'],
  thanksForTelling: [
    'That is all right. Thank you.',
    'It can wait. Thank you for telling me.',
    'Good to know. There is no hurry.',
    'Thank you. All is well.',
  ],
  skipped: ['It may rest this time.', 'All right, we let it rest.', 'Skipped, with ease.'],
  partNoted: ['A part is a part. I noted it.', 'Some of it is done. I noted that.', 'Thank you, I noted that part.'],
  goodbye: ['Goodbye.', 'Rest well.', 'Be well.', 'Go gently.'],
};
