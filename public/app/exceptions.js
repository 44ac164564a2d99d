import { dayBeside, inSeries, shortDate } from './format.js';

/** The single changes of a schedule that may still matter. The others are past, stay as they were, and are sent no more. */
export function changesAhead({ exceptions, timeZone }, today) {
  const firstDay = timeZone ? dayBeside(today, -DAYS_BETWEEN_ZONES) : today;
  return (exceptions ?? []).filter(({ localDate, movedTo }) =>
    [localDate, movedTo?.localDate].some((date) => date >= firstDay),
  );
}

/** By the clock of another zone it may still be yesterday. */
const DAYS_BETWEEN_ZONES = 1;

/**
 * Which of these changes, as they were sent, the server finds not to fit the schedule: each with what does not, the `moment`
 * it names or the `place` it moves to.
 */
export function misfitsIn(problem, changes) {
  const found = new Map();
  for (const { pointer } of problem.fields ?? []) {
    const [, index, inside] = POINTER.exec(pointer) ?? [];
    const change = changes[index];
    if (change && found.get(change) !== 'moment') found.set(change, inside ? 'place' : 'moment');
  }
  return [...found].map(([change, lacks]) => ({ change, lacks }));
}

const POINTER = /^\/schedule\/exceptions\/(\d+)(\/movedTo)?/;

/** What becomes of changes that do not fit and are left out; '' when there are none. */
export function misfitWords(misfits) {
  const momentsLost = misfits.filter(({ lacks }) => lacks === 'moment').map(({ change }) => momentWords(change));
  const placesLost = misfits.filter(({ lacks }) => lacks === 'place').map(({ change }) => moveUndone(change));
  return [...(momentsLost.length > 0 ? [momentsGone(momentsLost)] : []), ...placesLost].join(' ');
}

function momentsGone(moments) {
  return moments.length === 1
    ? `The change of ${moments[0]} goes with the time it was of.`
    : `The changes of ${inSeries(moments)} go with the times they were of.`;
}

function moveUndone({ movedTo, ...moment }) {
  return `${momentWords(moment)} is no longer moved: ${momentWords(movedTo)} does not fit any more.`;
}

/** "Wed 4 Mar, 20:00". */
export function momentWords({ localDate, localTime }) {
  return `${shortDate(localDate)}, ${localTime}`;
}
