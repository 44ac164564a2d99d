import { wallTimeAt } from '../../../../kernel/local-time';
import { BriefedHabit, Briefing } from './briefing';

/**
 * Every sentence a call can say, in English; nothing is spoken that is not here. A sentence has at most
 * `LONGEST_SENTENCE` words whatever a title holds, and a title is quoted text: cleaned, never obeyed.
 */
export const LONGEST_SENTENCE = 30;

const LONGEST_TITLE = { characters: 80, words: 12 };
const LONGEST_NAME = { characters: 40, words: 3 };
const KEYS = 'press 1 for done, 2 for not yet, 3 to skip';
const NAMELESS_HABIT = 'your habit';

const REASONS: Readonly<Record<Briefing['purpose'], string>> = {
  due: 'calling about',
  'follow-up': 'calling once more about',
  callback: 'calling back, as you asked, about',
  now: 'calling, as you asked, about',
  test: 'with your test call, about',
};

/** Who calls, that it is an AI, and why: the first words of every call (FACTS: disclosure, call screening). */
export function greeting(briefing: Pick<Briefing, 'personName' | 'purpose' | 'habits'>): string {
  const name = spoken(briefing.personName ?? '', LONGEST_NAME);
  const hello = name ? `Hello ${name}` : 'Hello';
  return `${hello}, this is Callivate, an AI assistant, ${REASONS[briefing.purpose]} ${subject(briefing.habits)}.`;
}

export const WRITTEN_DOWN = 'Your answers are written down.';

/** What is open, or all of it when nothing is. */
function subject(habits: readonly BriefedHabit[]): string {
  const open = habits.filter((habit) => habit.open);
  const [first, ...others] = open.length > 0 ? open : habits;
  if (!first) return 'your habits';
  return others.length === 0 ? `your habit: ${title(first)}` : `${others.length + 1} of your habits`;
}

export function firstHabit(habit: BriefedHabit): string {
  return `First: ${title(habit)}.`;
}

export function nextHabit(habit: BriefedHabit): string {
  return `Next: ${title(habit)}.`;
}

export function aboutHabit(habit: BriefedHabit): string {
  return `It is about: ${title(habit)}.`;
}

export function alreadyDone(habit: BriefedHabit): string {
  return `${title(habit)} is already done, thank you.`;
}

export const HAVE_YOU_DONE_IT = 'Have you done it?';
export const DID_YOU_MEAN_DONE = 'Did you mean it is done?';
export const WHEN_AGAIN = 'When shall I call you again?';
export const SAY_A_TIME = 'Sorry, I did not get the time. Say for example: in twenty minutes, or at six.';
export const SAY_YES_OR_NO = `Sorry, I did not get that. Say yes or no, or ${KEYS}.`;
export const WHO_THIS_IS = 'I am Callivate, an AI assistant that calls you when one of your habits is due.';
export const HOW_TO_ANSWER = `You can say yes, no, later or skip, or ${KEYS}, 9 to stop these calls.`;
export const NOTHING_HEARD = 'I did not hear anything.';
export const THANKS_FOR_TELLING = 'All right, thank you for telling me.';
export const SKIPPED = 'All right, I skip it this time.';
export const PART_NOTED = 'Thank you, that is a start. I noted it.';
export const LEFT_OPEN = 'I leave it open. You can answer in the app.';
export const NO_CALL_AGAIN = 'I can not call you again for this.';
export const NOT_SO_LATE = 'I can not call again as late as that.';
export const TIME_IS_UP = 'Our time is up.';
export const GOODBYE = 'Goodbye.';
export const TEST_WORKS = 'The test call works.';

export const STOPPED = ['I will not call you again.', 'You can allow calls again in the app.'];
export const WRONG_PERSON = ['Sorry to have disturbed you.', 'I will not call this number again.'];

export function howMany({ unit }: BriefedHabit): string {
  const name = spoken(unit ?? '', LONGEST_NAME);
  return name ? `How many ${name}?` : 'How many?';
}

/** The praise for one habit done; a streak is worth words from its second day, week or month on. */
export function praise({ streakIfDone, streakUnit = 'day' }: BriefedHabit): string[] {
  if (streakIfDone > 1) return ['Well done.', `That makes ${streakIfDone} ${streakUnit}s in a row.`];
  return ['Well done.', 'That is a good start.'];
}

export function callAgainAt(
  instant: Date,
  now: Date,
  { timeZone: zone, timeFormat: format }: Pick<Briefing, 'timeZone' | 'timeFormat'>,
  habits: number,
): string {
  const { date, time } = wallTimeAt(instant, zone);
  const day = date === wallTimeAt(now, zone).date ? '' : 'tomorrow ';
  const about = habits > 1 ? `, about all ${habits} that are open` : '';
  return `I will call you again ${day}at ${clock(time, format)}${about}.`;
}

function clock(time: string, format: Briefing['timeFormat']): string {
  if (format === '24h') return time;
  const hour = Number(time.slice(0, 2));
  return `${hour % 12 || 12}:${time.slice(3)} ${hour < 12 ? 'am' : 'pm'}`;
}

function title(habit: BriefedHabit): string {
  return spoken(habit.title, LONGEST_TITLE) || NAMELESS_HABIT;
}

/** Text of a person's own as it may be spoken: without control characters, markup and addresses, and not too long. */
function spoken(text: string, longest: { characters: number; words: number }): string {
  const plain = text
    .replace(/<[^<>]*>|\b(?:https?:\/\/|www\.)\S*/giu, ' ')
    .replace(/[\p{C}<>{}[\]|\\^`*_#~]/gu, ' ')
    .trim()
    .split(/\s+/u)
    .slice(0, longest.words)
    .join(' ');
  return [...plain]
    .slice(0, longest.characters)
    .join('')
    .replace(/[\s.!?,;:]+$/u, '');
}
