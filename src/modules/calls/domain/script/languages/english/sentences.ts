import { wallTimeAt } from '../../../../../../kernel/local-time';
import type { BriefedHabit, Briefing } from '../../../conversation/briefing';
import type { Sentences } from '../../script';
import { LONGEST_NAME, spoken, spokenTitle, spokenWords } from '../../spoken';
import { grammar } from './grammar';

const KEYS = 'press 1 for done, 2 for not yet, 3 to skip';

export const sentences: Sentences = {
  firstHabit: (habit) => `First: ${title(habit)}.`,
  nextHabit: (habit) => `Next: ${title(habit)}.`,
  aboutHabit: (habit) => `It is about: ${title(habit)}.`,
  alreadyDone: (habit) => `${title(habit)} is already done, thank you.`,
  didYouMeanDone: 'Did you mean it is done?',
  howMany({ unit }) {
    const name = spoken(unit ?? '', LONGEST_NAME);
    return name ? `How many ${name}?` : 'How many?';
  },
  whenAgain: 'When shall I call you again?',
  sayATime: 'Sorry, I did not get the time. Say for example: in twenty minutes, or at six.',
  sayYesOrNo: 'Sorry, I did not get that. Please say yes or no.',
  whoThisIs: 'I am Callivate, an AI assistant that calls you when one of your habits is due.',
  howToAnswer: `You can say yes, no, later or skip, or ${KEYS}, 9 to stop these calls.`,
  oneMoment: 'One moment.',
  youSaid: (text) => `You said: ${quotedWords(text)}.`,
  shallIRemember: 'Shall I remember that for next time?',
  remembered: 'All right, I will remember that.',
  lastTimeYouSaid: (text) => `Last time you said: ${quotedWords(text)}.`,
  onlyMeaningKept: 'I keep your answers, and none of your words.',
  nothingHeard: 'I did not hear anything.',
  leftOpen: 'I leave it open. You can answer in the app.',
  noCallAgain: 'I can not call you again for this.',
  notSoLate: 'I can not call again as late as that.',
  timeIsUp: 'Our time is up.',
  testWorks: 'The test call works.',
  stopped: ['I will not call you again.', 'You can allow calls again in the app.'],
  wrongPerson: ['Sorry to have disturbed you.', 'I will not call this number again.'],
  stopNotStored: ['I could not note that down.', 'Please stop the calls in the app.'],
  callAgainAt(instant, now, { timeZone: zone, timeFormat: format }, habits) {
    const { date, time } = wallTimeAt(instant, zone);
    const day = date === wallTimeAt(now, zone).date ? '' : 'tomorrow ';
    const about = habits > 1 ? `, about all ${habits} that are open` : '';
    return `I will call you again ${day}at ${clock(time, format)}${about}.`;
  },
  pressAKey: `Let us use the keys: ${KEYS}.`,
  shallISkip: 'Shall I skip it this time?',
  whereHoursAre: 'You can set your calling hours in the app, under Settings.',
  howToStop: 'I am sorry to disturb you. Say stop calling, or press 9, and I will not call again.',
  takeYourTime: 'Take your time.',
  toTheScreener({ personName }) {
    const name = spoken(personName ?? '', LONGEST_NAME);
    return `This is Callivate, an AI assistant, with a short question${name ? ` for ${name}` : ''}, as agreed.`;
  },
  toSomebodyElse: 'Thank you. Then I will not keep you.',
  toTheVoicemail: 'This is Callivate. I leave no message.',
  wordForVoicemail: ['This is Callivate, an automated assistant.', 'I will try again later or send you a message.'],
  nowPaused: (habit) => `${title(habit)} is paused now.`,
  settledElsewhere: (habit) => `${title(habit)} is settled already, thank you.`,
  inDanger(alarm, { emergency, crisis }) {
    const helpless = 'I am an AI, and I can not help you with that.';
    if (alarm === 'emergency' || !crisis) return [helpless, `Please call ${emergency} now.`];
    return [helpless, `Please call ${crisis} now, people who listen. If you are in danger, call ${emergency}.`];
  },
};

function clock(time: string, format: Briefing['timeFormat']): string {
  if (format === '24h') return time;
  const hour = Number(time.slice(0, 2));
  return `${hour % 12 || 12}:${time.slice(3)} ${hour < 12 ? 'am' : 'pm'}`;
}

function title(habit: BriefedHabit): string {
  return spokenTitle(habit.title, grammar.namelessHabit);
}

function quotedWords(text: string): string {
  return grammar.quoted(spokenWords(text));
}
