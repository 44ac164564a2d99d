import { wallTimeAt } from '../../../../kernel/local-time';
import type { BriefedHabit, Briefing } from '../conversation/briefing';
import type { Script } from './script';
import { LONGEST_NAME, LONGEST_TITLE, spoken } from './spoken';

const KEYS = 'press 1 for done, 2 for not yet, 3 to skip';
const NAMELESS_HABIT = 'your habit';

const REASONS: Readonly<Record<Briefing['purpose'], string>> = {
  due: 'calling about',
  'follow-up': 'calling once more about',
  callback: 'calling back, as you asked, about',
  now: 'calling, as you asked, about',
  test: 'with your test call, about',
};

/** What is said in English. */
export function english(): Script {
  return ENGLISH;
}

const ENGLISH: Script = {
  greeting(briefing) {
    const name = spoken(briefing.personName ?? '', LONGEST_NAME);
    const hello = name ? `Hello ${name}` : 'Hello';
    return `${hello}, this is Callivate, an AI assistant, ${REASONS[briefing.purpose]} ${subject(briefing.habits)}.`;
  },
  writtenDown: 'Your answers are written down.',
  firstHabit: (habit) => `First: ${title(habit)}.`,
  nextHabit: (habit) => `Next: ${title(habit)}.`,
  aboutHabit: (habit) => `It is about: ${title(habit)}.`,
  alreadyDone: (habit) => `${title(habit)} is already done, thank you.`,
  haveYouDoneIt: 'Have you done it?',
  didYouMeanDone: 'Did you mean it is done?',
  howMany({ unit }) {
    const name = spoken(unit ?? '', LONGEST_NAME);
    return name ? `How many ${name}?` : 'How many?';
  },
  whenAgain: 'When shall I call you again?',
  sayATime: 'Sorry, I did not get the time. Say for example: in twenty minutes, or at six.',
  sayYesOrNo: `Sorry, I did not get that. Say yes or no, or ${KEYS}.`,
  whoThisIs: 'I am Callivate, an AI assistant that calls you when one of your habits is due.',
  howToAnswer: `You can say yes, no, later or skip, or ${KEYS}, 9 to stop these calls.`,
  oneMoment: 'One moment.',
  nothingHeard: 'I did not hear anything.',
  thanksForTelling: 'All right, thank you for telling me.',
  skipped: 'All right, I skip it this time.',
  partNoted: 'Thank you, that is a start. I noted it.',
  leftOpen: 'I leave it open. You can answer in the app.',
  noCallAgain: 'I can not call you again for this.',
  notSoLate: 'I can not call again as late as that.',
  timeIsUp: 'Our time is up.',
  goodbye: 'Goodbye.',
  testWorks: 'The test call works.',
  stopped: ['I will not call you again.', 'You can allow calls again in the app.'],
  wrongPerson: ['Sorry to have disturbed you.', 'I will not call this number again.'],
  praise({ streakIfDone, streakUnit = 'day' }) {
    if (streakIfDone > 1) return ['Well done.', `That makes ${streakIfDone} ${streakUnit}s in a row.`];
    return ['Well done.', 'That is a good start.'];
  },
  callAgainAt(instant, now, { timeZone: zone, timeFormat: format }, habits) {
    const { date, time } = wallTimeAt(instant, zone);
    const day = date === wallTimeAt(now, zone).date ? '' : 'tomorrow ';
    const about = habits > 1 ? `, about all ${habits} that are open` : '';
    return `I will call you again ${day}at ${clock(time, format)}${about}.`;
  },
};

/** What is open, or all of it when nothing is. */
function subject(habits: readonly BriefedHabit[]): string {
  const open = habits.filter((habit) => habit.open);
  const [first, ...others] = open.length > 0 ? open : habits;
  if (!first) return 'your habits';
  return others.length === 0 ? `your habit: ${title(first)}` : `${others.length + 1} of your habits`;
}

function clock(time: string, format: Briefing['timeFormat']): string {
  if (format === '24h') return time;
  const hour = Number(time.slice(0, 2));
  return `${hour % 12 || 12}:${time.slice(3)} ${hour < 12 ? 'am' : 'pm'}`;
}

function title(habit: BriefedHabit): string {
  return spoken(habit.title, LONGEST_TITLE) || NAMELESS_HABIT;
}
