import type { LocalDate, LocalTime } from '../../../kernel/local-time';
import { inWords } from '../../../kernel/wording';
import { type Exception, nameOf, type Schedule } from './schedule';

/**
 * Single changes in words: ", but not on 2026-03-04, on 2026-03-05 at 09:00 instead". A few of each kind are named, the
 * rest are counted; what is not said of a moment (its date, its time) is what the schedule leaves no doubt about.
 */
export function exceptionsText(schedule: Pick<Schedule, 'exceptions' | 'times'>): string {
  const inOrder = schedule.exceptions.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
  return canceledText(inOrder, schedule.times) + movedText(inOrder, schedule.times);
}

const NAMED_AT_MOST = 3;

function canceledText(exceptions: Exception[], times: LocalTime[]): string {
  const canceled = exceptions.filter(({ movedTo }) => movedTo === null);
  const said = [...Map.groupBy(canceled, ({ localDate }) => localDate)].flatMap(([date, ofThatDate]) =>
    ofThatDate.length === times.length ? [date] : ofThatDate.map(nameOf),
  );
  return said.length === 0 ? '' : `, but not on ${inWords(shortened(said, 'more'))}`;
}

function movedText(exceptions: Exception[], times: LocalTime[]): string {
  const said = exceptions.flatMap((exception) => {
    if (exception.movedTo === null) return [];
    const { localDate, localTime } = exception.movedTo;
    return [`on ${localDate} at ${localTime} instead${insteadOf(exception, localDate, times)}`];
  });
  return said.length === 0 ? '' : `, ${shortened(said, 'more moved').join(', ')}`;
}

function insteadOf({ localDate, localTime }: Exception, newDate: LocalDate, times: LocalTime[]): string {
  const parts = [localDate === newDate ? [] : [localDate], times.length === 1 ? [] : [localTime]].flat();
  return parts.length === 0 ? '' : ` of ${parts.join(' at ')}`;
}

function shortened(items: string[], rest: string): string[] {
  if (items.length <= NAMED_AT_MOST + 1) return items;
  return [...items.slice(0, NAMED_AT_MOST), `${items.length - NAMED_AT_MOST} ${rest}`];
}
