import { wallTimeAt } from '../../../../../../kernel/local-time';
import type { BriefedHabit } from '../../../conversation/briefing';
import type { Sentences } from '../../script';
import { LONGEST_NAME, spoken, spokenTitle } from '../../spoken';
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
  sayYesOrNo: `Entschuldige, das habe ich nicht verstanden. Sag ja oder nein, oder ${KEYS}.`,
  whoThisIs: 'Ich bin Callivate, ein KI-Assistent, der dich anruft, wenn eine deiner Gewohnheiten fällig ist.',
  howToAnswer: `Du kannst ja, nein, später oder auslassen sagen, oder ${KEYS}, 9 gegen weitere Anrufe.`,
  nothingHeard: 'Ich habe nichts gehört.',
  oneMoment: 'Einen Moment.',
  leftOpen: 'Ich lasse es offen. Du kannst in der App antworten.',
  noCallAgain: 'Dafür kann ich nicht noch einmal anrufen.',
  notSoLate: 'So spät kann ich nicht mehr anrufen.',
  timeIsUp: 'Unsere Zeit ist um.',
  testWorks: 'Der Testanruf klappt.',
  stopped: ['Ich rufe dich nicht mehr an.', 'In der App kannst du Anrufe wieder erlauben.'],
  wrongPerson: ['Entschuldige die Störung.', 'Ich rufe diese Nummer nicht mehr an.'],
  callAgainAt(instant, now, { timeZone: zone }, habits) {
    const { date, time } = wallTimeAt(instant, zone);
    const day = date === wallTimeAt(now, zone).date ? '' : 'morgen ';
    const about = habits > 1 ? `, wegen aller ${habits}, die offen sind` : '';
    return `Ich rufe dich ${day}um ${time} Uhr wieder an${about}.`;
  },
};

function title(habit: BriefedHabit): string {
  return spokenTitle(habit.title, grammar.namelessHabit);
}
