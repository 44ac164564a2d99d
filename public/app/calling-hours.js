import { h } from './dom.js';
import { input, labelled, select } from './fields.js';

const DAYS = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};

const WAYS = { usual: 'as on other days', other: 'other hours', quiet: 'quiet, no calls' };

/** From when until when it may ring, on all days but those that are told otherwise. */
export function usualHours({ start, end }, ...before) {
  const [from, until, hint] = times('', '/callingWindow', { start, end });
  const row = h('div', { class: 'field-row' }, before, labelled('From', from), labelled('Until', until));
  return [row, hint];
}

/** The days of the week that have hours of their own, or none. */
export function hoursOfDays(window) {
  const named = Object.keys(DAYS).filter((day) => window.days?.[day] !== undefined);
  return h(
    'details',
    { id: 'days-otherwise', class: 'fold' },
    h('summary', {}, 'Some days otherwise', h('small', {}, named.map((day) => DAYS[day].slice(0, 3)).join(', '))),
    h(
      'div',
      { class: 'stack', 'data-pointer': '/callingWindow/days' },
      Object.keys(DAYS).map((day) => dayRow(day, window)),
    ),
  );
}

/** What the form says of it; the very same window when nothing was touched. */
export function hoursIn(form, current) {
  const usual = timesIn(form, '', current);
  const before = current.days ?? {};
  const days = Object.fromEntries(Object.keys(DAYS).flatMap((day) => hoursOfDayIn(form, day, before[day])));
  const isSame =
    usual.start === current.start &&
    usual.end === current.end &&
    Object.keys(DAYS).every((day) => isSameHours(days[day], before[day]));
  return isSame ? current : { ...usual, days };
}

function dayRow(day, window) {
  const own = window.days?.[day];
  const [from, until, hint] = times(`${day}-`, `/callingWindow/days/${day}`, own ?? window);
  const way = own === undefined ? 'usual' : own ? 'other' : 'quiet';
  const ways = select(`${day}-way`, `/callingWindow/days/${day}`, WAYS, way);
  const hours = h('div', { class: 'field-row' }, labelled('From', from), labelled('Until', until));
  from.setAttribute('aria-label', `${DAYS[day]}, from`);
  until.setAttribute('aria-label', `${DAYS[day]}, until`);
  const fold = () => {
    hours.hidden = hint.hidden = ways.value !== 'other';
  };
  ways.addEventListener('change', fold);
  fold();
  if (way !== 'other') hours.hidden = hint.hidden = true;
  return h('div', {}, labelled(DAYS[day], ways), hours, hint);
}

/** Two time fields, and a hint that tells when the hours go on into the next day. */
function times(prefix, pointer, { start, end }) {
  const from = input(`${prefix}start`, `${pointer}/start`, { type: 'time', value: start });
  const until = input(`${prefix}end`, `${pointer}/end`, { type: 'time', value: shown(end) });
  const hint = h('p', { class: 'hint', 'aria-live': 'polite' });
  const tell = () => hint.replaceChildren(acrossMidnight(from.value, until.value));
  for (const field of [from, until]) field.addEventListener('input', tell);
  hint.replaceChildren(acrossMidnight(start, shown(end)));
  return [from, until, hint];
}

function acrossMidnight(start, end) {
  if (!start || !end || end > start) return '';
  if (end === '00:00') return 'Until midnight.';
  return end === start ? 'Around the clock.' : `Over midnight, until ${end} of the next day.`;
}

function hoursOfDayIn(form, day, current) {
  const way = form.elements[`${day}-way`].value;
  if (way === 'usual') return [];
  return [[day, way === 'quiet' ? null : timesIn(form, `${day}-`, current)]];
}

/** The midnight that ends a day stays as it was written, unless it is moved. */
function timesIn(form, prefix, current) {
  const [start, end] = [form.elements[`${prefix}start`].value, form.elements[`${prefix}end`].value];
  return { start, end: current && end === shown(current.end) ? current.end : end };
}

/** A time field has no 24:00; the midnight that ends a day is written 00:00 in it. */
function shown(end) {
  return end === '24:00' ? '00:00' : end;
}

function isSameHours(one, other) {
  if (!one || !other) return one === other;
  return one.start === other.start && one.end === other.end;
}
