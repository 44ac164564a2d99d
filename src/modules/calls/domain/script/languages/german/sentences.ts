import { wallTimeAt } from '../../../../../../kernel/local-time';
import type { BriefedHabit } from '../../../conversation/briefing';
import type { Sentences } from '../../script';
import { LONGEST_NAME, spoken, spokenTitle, spokenWords } from '../../spoken';
import { grammar } from './grammar';

const KEYS = 'drücke 1 für erledigt, 2 für noch nicht, 3 zum Auslassen';

export const sentences: Sentences = {
  firstHabit: (habit) => `Zuerst: ${title(habit)}.`,
  nextHabit: (habit) => `Als Nächstes: ${title(habit)}.`,
  aboutHabit: (habit) => `Es geht um: ${title(habit)}.`,
  alreadyDone: (habit) => `${title(habit)} ist schon erledigt, danke.`,
  didYouMeanDone: 'Meinst du, es ist erledigt?',
  howMany({ unit }) {
    const name = spoken(unit ?? '', LONGEST_NAME);
    return name ? `Wie viel ${name}?` : 'Wie viel?';
  },
  whenAgain: 'Wann soll ich dich wieder anrufen?',
  sayATime: 'Entschuldige, die Zeit habe ich nicht verstanden. Sag zum Beispiel: in zwanzig Minuten, oder um sechs.',
  sayYesOrNo: 'Entschuldige, das habe ich nicht verstanden. Sag bitte ja oder nein.',
  whoThisIs: 'Ich bin Callivate, ein KI-Assistent, der dich anruft, wenn eine deiner Gewohnheiten fällig ist.',
  howToAnswer: `Du kannst ja, nein, später oder auslassen sagen, oder ${KEYS}, 9 gegen weitere Anrufe.`,
  youSaid: (text) => `Du hast gesagt: ${quotedWords(text)}.`,
  shallIRemember: 'Soll ich mir das für das nächste Mal merken?',
  remembered: 'Gut, das merke ich mir.',
  lastTimeYouSaid: (text) => `Letztes Mal hast du gesagt: ${quotedWords(text)}.`,
  onlyMeaningKept: 'Ich behalte deine Antworten, aber keines deiner Worte.',
  nothingHeard: 'Ich habe nichts gehört.',
  oneMoment: 'Einen Moment.',
  leftOpen: 'Ich lasse es offen. Du kannst in der App antworten.',
  noCallAgain: 'Dafür kann ich nicht noch einmal anrufen.',
  notSoLate: 'So spät kann ich nicht mehr anrufen.',
  timeIsUp: 'Unsere Zeit ist um.',
  testWorks: 'Der Testanruf klappt.',
  stopped: ['Ich rufe dich nicht mehr an.', 'In der App kannst du Anrufe wieder erlauben.'],
  wrongPerson: ['Entschuldige die Störung.', 'Ich rufe diese Nummer nicht mehr an.'],
  stopNotStored: ['Das konnte ich nicht notieren.', 'Bitte stelle die Anrufe in der App ab.'],
  callAgainAt(instant, now, { timeZone: zone }, habits) {
    const { date, time } = wallTimeAt(instant, zone);
    const day = date === wallTimeAt(now, zone).date ? '' : 'morgen ';
    const about = habits > 1 ? `, wegen aller ${habits}, die offen sind` : '';
    return `Ich rufe dich ${day}um ${time} Uhr wieder an${about}.`;
  },
  pressAKey: `Nehmen wir die Tasten: ${KEYS}.`,
  shallISkip: 'Soll ich es diesmal auslassen?',
  whereHoursAre: 'Deine Anrufzeiten stellst du in der App ein, unter Einstellungen.',
  howToStop: 'Entschuldige die Störung. Sag: nicht mehr anrufen, oder drücke 9, dann rufe ich nicht mehr an.',
  takeYourTime: 'Lass dir Zeit.',
  toTheScreener({ personName }) {
    const name = spoken(personName ?? '', LONGEST_NAME);
    return `Hier ist Callivate, ein KI-Assistent, mit einer kurzen Frage${name ? ` an ${name}` : ''}, wie vereinbart.`;
  },
  toSomebodyElse: 'Danke. Dann halte ich nicht weiter auf.',
  toTheVoicemail: 'Hier ist Callivate. Ich hinterlasse keine Nachricht.',
  wordForVoicemail: [
    'Hier ist Callivate, ein automatischer Assistent.',
    'Ich versuche es später noch einmal oder schicke dir eine Nachricht.',
  ],
  nowPaused: (habit) => `${title(habit)} ist jetzt pausiert.`,
  settledElsewhere: (habit) => `${title(habit)} hat sich schon geklärt, danke.`,
  inDanger(alarm, { emergency, crisis }) {
    const helpless = 'Ich bin eine KI und kann dir dabei nicht helfen.';
    if (alarm === 'emergency' || !crisis) return [helpless, `Bitte ruf jetzt ${emergency} an.`];
    return [helpless, `Bitte ruf jetzt ${crisis} an, dort hört dir jemand zu. Bei Gefahr ruf ${emergency} an.`];
  },
};

function title(habit: BriefedHabit): string {
  return spokenTitle(habit.title, grammar.namelessHabit);
}

function quotedWords(text: string): string {
  return grammar.quoted(spokenWords(text));
}
