import type { LocalDate, LocalTime } from '../../../kernel/local-time';
import { unreachable } from '../../../kernel/unreachable';

export const MESSAGE_KINDS = [
  'habit-due',
  'late-call',
  'missed-call',
  'not-done',
  'not-called',
  'freeze-used',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** What a message speaks of. */
export interface Subject {
  title: string;
  dueTime: LocalTime;
}

/** A longer list is cut: no phone shows more than this. */
const NAMED = 3;

const DATE = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });

/** That a freeze has kept the streak of so many days over that day, and how many are left. */
export function freezeSentence(day: LocalDate, current: number, left: number): string {
  const date = DATE.format(new Date(`${day}T00:00:00Z`));
  const rest = left === 0 ? 'That was the last one; seven days in a row earn another.' : `You have ${left} left.`;
  return `A freeze has kept your ${current} days in a row over ${date}. ${rest}`;
}

/**
 * What a message says. `reason` is the sentence of a call that was not made; it is told, so that nobody wonders why the
 * phone stayed silent.
 */
export function wording(kind: MessageKind, subjects: Subject[], reason?: string): { title: string; body: string } {
  const names = listed([...new Set(subjects.map(({ title }) => title))]);
  const time = subjects[0]?.dueTime ?? '';
  switch (kind) {
    case 'habit-due':
      return { title: names, body: reason ? `${reason} Done?` : `It is ${time}. Done?` };
    case 'late-call':
      return { title: names, body: `Due ${time}, we were late. Done?` };
    case 'missed-call':
      return { title: names, body: `We rang about ${time} and did not reach you. Did you do it?` };
    case 'not-done':
      return { title: names, body: `Due ${time} and still open. You can check in as soon as it is done.` };
    case 'not-called':
      return { title: names, body: `${reason ?? 'We did not call.'} Done?` };
    case 'freeze-used':
      return { title: 'Your streak goes on', body: reason ?? 'A freeze has kept it.' };
    default:
      return unreachable(kind);
  }
}

function listed(titles: string[]): string {
  const named = titles.slice(0, NAMED);
  const rest = titles.length - named.length;
  const all = rest > 0 ? [...named, `${rest} more`] : named;
  return all.length < 2 ? (all[0] ?? 'Callivate') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
