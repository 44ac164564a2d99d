import type { PersonaWords } from '../../language';

/** Marcus: a coach of few words. */
export const confident: PersonaWords = {
  hello: { named: ['{name}', 'Hello {name}'], nameless: ['Hello', 'Good day', 'Greetings'] },
  opening: [
    '{hello}, Callivate here, your AI assistant,',
    '{hello}, this is Callivate, your AI,',
    '{hello}, Callivate speaking, your AI assistant,',
  ],
  reasons: {
    'test-call': ['running the test you asked for.', 'with your test call.', 'testing the line, as requested.'],
    'asked-for': ['on your request, about {habit}.', 'as requested, about {habit}.', 'you asked, so: {habit}.'],
    callback: [
      'back on time, about {habit}.',
      'calling back as agreed, about {habit}.',
      'as agreed, back about {habit}.',
    ],
    'follow-up': ['second call about {habit}.', 'following up on {habit}.', 'one more time on {habit}.'],
    inbound: ['you called, so: {habit}.', 'good that you call, about {habit}.', 'taking your call about {habit}.'],
    'inbound-all-done': ['and all is done.', 'nothing open, all is done.', 'your list is done.'],
    'first-call': ['first call, about {habit}.', 'our first call, on {habit}.', 'starting out with {habit}.'],
    'several-habits': ['on {habit}.', 'checking {habit}.', 'to go through {habit}.'],
    'milestone-near': [
      'on {habit}: {newCount} within reach.',
      'about {habit}. Next mark: {newCount}.',
      'on {habit}, one away from {newCount}.',
    ],
    'streak-at-stake': [
      'on {habit}, a solid {streak}.',
      'about {habit}: {streak} standing.',
      'checking {habit}, a strong {streak}.',
      'about {habit} and that {streak}.',
    ],
    'missed-yesterday': [
      'on {habit}. New day, clean slate.',
      'about {habit}. Today is what counts.',
      'on {habit}, starting from today.',
    ],
    monday: {
      more: [
        'on {habit}: {lastWeek} last week, {weekBefore} before.',
        'about {habit}. Up from {weekBefore} to {lastWeek}.',
        'on {habit}: {weekBefore}, then {lastWeek} last week.',
      ],
      same: [
        'on {habit}: {lastWeek} last week, holding steady.',
        'about {habit}. {lastWeek} again last week.',
        'on {habit}: {lastWeek} two weeks running.',
      ],
      fewer: [
        'on {habit}. New week, clean slate.',
        'about {habit}: {lastWeek} last week, now onward.',
        'on {habit}, first of a new week.',
      ],
    },
    'plain-day': ['about {habit}.', 'straight to it: {habit}.', 'checking on {habit}.', 'calling about {habit}.'],
  },
  writtenDown: ['Answers are written down.', 'I write down your answers.', 'Your answers get written down.'],
  haveYouDoneIt: ['Is it done?', 'Done?', 'Did you do it?', 'Have you done it?'],
  praise: ['Good.', 'Solid.', 'Strong work.', 'Well done.'],
  rowGrows: ['{newCount} in a row.', 'That is {newCount} straight.', '{newCount} and counting.', '{newCount} running.'],
  milestoneReached: ['{newCount}. A milestone.', 'Milestone: {newCount}.', '{newCount} reached.'],
  rowBegins: ['Day one counts.', 'That sets the pace.', 'A firm start.'],
  backAgain: ['Back on track.', 'Straight back at it.', 'Right where you belong.'],
  oneOfSeveralDone: ['Good.', 'Solid.', 'Noted, done.', 'Strong.'],
  oneOfSeveralGrows: ['Good, {newCount} straight.', 'Solid. {newCount}.', '{newCount}, noted.'],
  thanksForTelling: [
    'Understood. Thanks for the straight answer.',
    'Clear. I have noted it.',
    'Fair enough, thanks for saying so.',
    'Noted. Thank you.',
  ],
  skipped: ['Skipped. Noted.', 'Understood, skipped this time.', 'Fine, this one is skipped.'],
  partNoted: ['Part done. I noted it.', 'That counts as part. Noted.', 'Good, some is done. Noted.'],
  goodbye: ['Goodbye.', 'Carry on.', 'Onward.', 'All set.'],
};
