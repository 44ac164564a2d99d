import type { PersonaWords } from '../../language';

/** Alex: quick and bright, with one exclamation mark a call at most. */
export const energetic: PersonaWords = {
  hello: { named: ['Hey {name}', 'Hi {name}'], nameless: ['Hey', 'Hi', 'Hey there'] },
  opening: [
    '{hello}, Callivate calling, your AI assistant,',
    "{hello}, it's Callivate, your AI,",
    '{hello}, your AI Callivate here,',
  ],
  reasons: {
    'test-call': ['giving your test call a spin.', 'testing, testing, as you asked.', 'with a quick test call.'],
    'asked-for': ['you rang for me about {habit}.', 'as you asked, on {habit}.', 'quick as asked, about {habit}.'],
    callback: [
      'back as you asked, for {habit}.',
      'back again, as asked: {habit}.',
      'round two, as you wished: {habit}.',
    ],
    'follow-up': ['one more go at {habit}.', 'popping back in about {habit}.', 'take two on {habit}.'],
    inbound: ['you rang about {habit}.', 'great that you call, on {habit}.', 'picking up, about {habit}.'],
    'inbound-all-done': ['and you are all done.', 'with all of it done.', 'everything is ticked off.'],
    'first-call': ['kicking off with {habit}.', 'on our first call, about {habit}.', 'first call ever: {habit}.'],
    'several-habits': ['racing through {habit}.', 'cheering on {habit}.', 'checking off {habit}.'],
    'milestone-near': [
      'on {habit}: {newCount} right ahead.',
      'about {habit}. Next stop: {newCount}.',
      'on {habit}, one hop from {newCount}.',
    ],
    'streak-at-stake': [
      'on {habit} and that bright {streak}.',
      'about {habit}: {streak}, rolling.',
      'buzzing about {habit}, your {streak}.',
      'cheering for {habit}, your {streak}.',
    ],
    'missed-yesterday': [
      'on {habit}. Fresh day, fresh go.',
      'about {habit}. Today is all yours.',
      'on {habit}, with a brand new day.',
    ],
    monday: {
      more: [
        'on {habit}: {weekBefore} became {lastWeek} last week.',
        'about {habit}. Up from {weekBefore} to {lastWeek}.',
        'on {habit}: {lastWeek}, and {weekBefore} before that.',
      ],
      same: [
        'on {habit}: {lastWeek} last week, same again.',
        'about {habit}. {lastWeek} and {lastWeek}, nicely even.',
        'on {habit}: another {lastWeek} last week.',
      ],
      fewer: [
        'on {habit}. New week, here we go.',
        'about {habit}: {lastWeek} last week, now fresh.',
        'on {habit}. Hello, brand new week.',
      ],
    },
    'plain-day': [
      'popping in about {habit}.',
      'quick one: {habit}.',
      'buzzing you about {habit}.',
      'all about {habit} today.',
    ],
  },
  writtenDown: ['I write your answers down.', 'Your answers get written down.', 'I jot down your answers.'],
  haveYouDoneIt: ['Did you do it?', 'All done?', 'Is it done?', 'Got it done?'],
  praise: ['Nice one!', 'Boom, done.', 'Yes!', 'Great stuff.'],
  rowGrows: ["That's {newCount} running.", '{newCount} in a row.', '{newCount} and rolling.', 'Hello, {newCount}.'],
  milestoneReached: ['{newCount}, what a run.', "That's {newCount}, wow.", '{newCount} in the bag.'],
  rowBegins: ['Off we go.', 'And you are rolling.', 'What a kick-off.'],
  backAgain: ['And you are back.', 'Straight back into it.', 'Back in the game.'],
  oneOfSeveralDone: ['Nice one.', 'Boom, done.', 'Great stuff.', 'Tick.'],
  oneOfSeveralGrows: ['Boom, {newCount}.', 'Nice, {newCount} running.', '{newCount}, great stuff.'],
  thanksForTelling: [
    'No problem, thanks for telling me.',
    'All good, thanks for the heads-up.',
    'Okay, cool. Thanks for saying.',
    'Fine by me, thank you.',
  ],
  skipped: ['Skipped, no problem.', 'Okay, we skip this round.', 'All good, skipping it.'],
  partNoted: ['Some is more than none. Noted.', 'Hey, part of it is done. Noted.', 'A good chunk, I noted it.'],
  goodbye: ['Bye now.', 'See you.', 'Have fun.', 'Bye.'],
};
