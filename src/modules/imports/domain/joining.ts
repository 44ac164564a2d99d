import type { LocalTime } from '../../../kernel/local-time';
import type { FoundDay, FoundHabit, FoundRule } from './found';
import { rowsText } from './rows';
import { quoted } from './text';

/** What a file says of a habit, beside its days. */
export type Joining = Pick<FoundHabit, 'kind' | 'target' | 'rule' | 'told' | 'place'>;

/** What the habit it joins asks for here. */
export interface Joined extends Pick<FoundHabit, 'kind' | 'target'> {
  schedule: Pick<FoundRule, 'recurrence' | 'goal' | 'times'> & { text: string };
}

/** A habit stays what it is here: what the file says otherwise of it, each in a sentence with its rows. */
export function remarksOnJoining(found: Joining, own: Joined): string[] {
  return [kindRemark, targetRemark, unitRemark, ruleRemark, timesRemark]
    .map((remarkOn) => remarkOn(found, own))
    .filter((remark) => remark !== null);
}

function kindRemark(found: Joining, own: Joined): string | null {
  if (found.kind === own.kind) return null;
  const numbers = numbersOf(found);
  const stays = `It is ${own.kind} here and stays so`;
  if (numbers === null) return `${stays}, though the file has it as ${found.kind}.`;
  if (own.kind === 'yes-no') return `${stays}: ${numbers} with the check-ins, but do not count.`;
  return `${stays}: ${numbers} with the check-ins and count${own.target ? ` towards ${targetText(own.target)}` : ''}.`;
}

function targetRemark({ target, place }: Joining, own: Joined): string | null {
  if (target === null || isSameTarget(target, own.target)) return null;
  const stays = own.target ? `Its target here stays ${targetText(own.target)}` : 'It has no target here and gets none';
  return `${stays}: ${targetText(target)}${ofPlace(place)} only says which of the days were done.`;
}

function unitRemark(found: Joining, { target: own }: Joined): string | null {
  const { target, place } = found;
  if (target === null || own === null || target.unit === own.unit) return null;
  const numbers = numbersOf(found);
  const count = numbers === null ? '' : `: ${numbers} as they are, and count in ${quoted(own.unit)}`;
  return `Its unit here stays ${quoted(own.unit)}, not ${quoted(target.unit)}${ofPlace(place)}${count}.`;
}

function ruleRemark({ rule, place }: Joining, { schedule }: Joined): string | null {
  if (!rule.isNamed || (rule.recurrence === schedule.recurrence && goalText(rule) === goalText(schedule))) return null;
  const other = [rule.recurrence ?? 'once', goalText(rule)].filter((one) => one !== null).join(', ');
  return `It is due here as before, ${quoted(schedule.text)}, and not by ${quoted(other)}${ofPlace(place)}.`;
}

function timesRemark({ rule, told, place }: Joining, { schedule }: Joined): string | null {
  const others = rule.times.filter((time) => !schedule.times.includes(time));
  if (others.length === 0) return null;
  const days = told.filter(({ time }) => time !== null && others.includes(time));
  const times = timesText(others.toSorted());
  return `It asks here at ${timesText(schedule.times)} and not at ${times}${ofRows(days, place)}: at those times are past days alone.`;
}

/** The numbers of the file as the beginning of what becomes of them; null when it has none. */
function numbersOf({ told, place }: Joining): string | null {
  const days = told.filter(({ quantity }) => quantity !== null);
  return days.length === 0 ? null : `the numbers${ofRows(days, place)} stand`;
}

function isSameTarget(one: NonNullable<FoundHabit['target']>, other: FoundHabit['target']): boolean {
  return one.value === other?.value && one.direction === other.direction;
}

function targetText({ value, unit, direction }: NonNullable<FoundHabit['target']>): string {
  return `${direction === 'at-least' ? 'at least' : 'at most'} ${value} ${unit}`;
}

function goalText({ goal }: Pick<FoundRule, 'goal'>): string | null {
  return goal ? `${goal.times} times a ${goal.per}` : null;
}

function timesText(times: LocalTime[]): string {
  return new Intl.ListFormat('en-GB').format(times);
}

function ofPlace({ file, row }: FoundHabit['place']): string {
  return file === null && row !== null ? ` of row ${row}` : ' of the file';
}

function ofRows(days: FoundDay[], { file }: FoundHabit['place']): string {
  const rows = file === null ? days.flatMap(({ row }) => row ?? []) : [];
  return rows.length === 0 ? ' of the file' : ` of ${rowsText(rows)}`;
}
