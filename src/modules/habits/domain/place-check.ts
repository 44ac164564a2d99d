import { dateProblem, timeProblem } from '../../../kernel/local-time-check';
import { dateTyped, timeTyped } from '../../../kernel/typed';
import { quoted } from '../../../kernel/wording';
import type { LocalMoment } from './schedule';

/** How to write where a moment is moved to, for what is no object of date and time; a text may still tell what is meant. */
export function placeProblem(value: unknown): string {
  const [, date, time] = (typeof value === 'string' && DATE_AND_TIME.exec(value)) || [];
  if (date === undefined || time === undefined)
    return `Write the new date and time apart, as ${written(EXAMPLE)}; ${OR}.`;
  const meant = { localDate: dateTyped(date), localTime: timeTyped(time) };
  if (isWhole(meant)) return `Write ${quoted(value as string)} as ${written(meant)}; ${OR}.`;
  const wrong = meant.localDate === null ? dateProblem(date) : timeProblem(time);
  return `${wrong} Write the two apart, as ${written(EXAMPLE)}; ${OR}.`;
}

/** "2026-03-02T07:00", "2.3.2026 at 7 am". A time with a zone behind it is not the one on the wall. */
const DATE_AND_TIME = /^(\S+?)(?:T| (?:at )?)(\d[\d:.]*(?: ?[ap]m)?)$/i;

const EXAMPLE: LocalMoment = { localDate: '2026-03-03', localTime: '09:00' };
const OR = 'null cancels the moment';

function isWhole(place: { localDate: string | null; localTime: string | null }): place is LocalMoment {
  return place.localDate !== null && place.localTime !== null;
}

function written({ localDate, localTime }: LocalMoment): string {
  return `{"localDate": "${localDate}", "localTime": "${localTime}"}`;
}
