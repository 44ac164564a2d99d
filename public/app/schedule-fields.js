import { h } from './dom.js';
import { choice, fieldLegend, input, labelled, pill, select } from './fields.js';
import { icon } from './icons.js';
import { zoneSelect } from './zones.js';

const REPETITIONS = { daily: 'Every day', weekly: 'Some days', once: 'Once', rule: 'Another rule' };
const DAYS = { MO: 'Mon', TU: 'Tue', WE: 'Wed', TH: 'Thu', FR: 'Fri', SA: 'Sat', SU: 'Sun' };
const WORKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR'];
const GOALS = { '': 'Each time', week: 'Times a week', month: 'Times a month' };
const MOST_TIMES = 24;

/** The days and times of a schedule as fields. `today` is the server's, for a habit that starts now. */
export function scheduleFields(schedule, today) {
  const { startDate, endDate, times, recurrence, timeZone, goal } = schedule ?? freshSchedule(today);
  const repeats = repetitionOf(recurrence);
  return [
    choice('repeats', '/schedule/recurrence', 'Days', REPETITIONS, repeats),
    weekdayFields(recurrence),
    ruleField(repeats === 'rule' ? recurrence : 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'),
    labelled('On', input('onDate', '/schedule/startDate', { type: 'date', value: startDate }), { only: 'once' }),
    timesField(times),
    h(
      'details',
      { class: 'fold', open: Boolean(goal || endDate || timeZone) },
      h('summary', {}, 'Goal, start and end, time zone'),
      h('div', { class: 'stack' }, goalFields(goal), dateFields(startDate, endDate), zoneField(timeZone)),
    ),
  ];
}

/** Makes the fields say what `schedule` says. */
export function fillSchedule(form, schedule) {
  const { startDate, endDate, times, recurrence, timeZone, goal } = schedule;
  const { elements } = form;
  const repeats = repetitionOf(recurrence);
  elements.repeats.value = repeats;
  if (repeats === 'weekly') for (const box of elements.days) box.checked = daysIn(recurrence).includes(box.value);
  if (repeats === 'rule') elements.rule.value = recurrence;
  form.querySelector('.times').replaceChildren(...times.map(timeField));
  elements.onDate.value = startDate;
  elements.startDate.value = startDate;
  elements.endDate.value = endDate ?? '';
  elements.goalPer.value = goal?.per ?? '';
  if (goal) elements.goalTimes.value = goal.times;
  chooseZone(elements.timeZone, timeZone ?? '');
}

/** What the fields say, as the API wants it, without the single changes; a start they do not show is that of `known`. */
export function scheduleIn(form, known) {
  const data = new FormData(form);
  const isOnce = data.get('repeats') === 'once';
  const per = data.get('goalPer');
  return {
    startDate: data.get(isOnce ? 'onDate' : 'startDate') || known.startDate,
    endDate: isOnce ? null : data.get('endDate') || null,
    times: data.getAll('times'),
    recurrence: recurrenceIn(data),
    timeZone: data.get('timeZone') || null,
    goal: isOnce || !per ? null : { times: Number(data.get('goalTimes')), per },
  };
}

/** A habit of every morning, until something else is said. */
export function freshSchedule(today) {
  return {
    startDate: today,
    endDate: null,
    times: ['07:00'],
    recurrence: 'FREQ=DAILY',
    timeZone: null,
    goal: null,
    exceptions: [],
  };
}

/** What of the choices made decides which fields mean something. */
export function scheduleChoices(data) {
  const repeats = data.get('repeats');
  return [repeats, repeats === 'once' ? '' : 'repeating', data.get('goalPer') ? 'goal' : ''];
}

function recurrenceIn(data) {
  switch (data.get('repeats')) {
    case 'daily':
      return 'FREQ=DAILY';
    case 'weekly':
      return `FREQ=WEEKLY;BYDAY=${data.getAll('days').join(',')}`;
    case 'rule':
      return data.get('rule').trim();
    default:
      return null;
  }
}

function repetitionOf(recurrence) {
  if (recurrence === null) return 'once';
  if (recurrence === 'FREQ=DAILY') return 'daily';
  return /^FREQ=WEEKLY;BYDAY=[A-Z,]+$/.test(recurrence) ? 'weekly' : 'rule';
}

function daysIn(recurrence) {
  return /BYDAY=([A-Z,]+)/.exec(recurrence ?? '')?.[1].split(',') ?? WORKDAYS;
}

function weekdayFields(recurrence) {
  const chosen = new Set(repetitionOf(recurrence) === 'weekly' ? daysIn(recurrence) : WORKDAYS);
  return h(
    'fieldset',
    { class: 'field weekdays', 'data-for': 'weekly', 'data-pointer': '/schedule/recurrence', oninput: keepOneDay },
    h('legend', { class: 'visually-hidden' }, 'Which days'),
    h(
      'div',
      { class: 'pills' },
      Object.entries(DAYS).map(([day, words]) => pill('checkbox', 'days', day, words, chosen.has(day))),
    ),
  );
}

/** A week without a day is no rhythm: the last one stays chosen. */
function keepOneDay({ currentTarget, target }) {
  if (!currentTarget.querySelector(':checked')) target.checked = true;
}

/** What the other choices cannot draw is written down, in words above or as a rule here. */
function ruleField(recurrence) {
  const control = input('rule', '/schedule/recurrence', { value: recurrence, maxlength: '500', spellcheck: 'false' });
  return labelled('Rule', control, { hint: 'RFC 5545, or say it in words', only: 'rule' });
}

function goalFields(goal) {
  const number = { type: 'number', min: '1', max: '1000', step: '1', inputmode: 'numeric', value: goal?.times ?? 3 };
  const times = labelled('How many', input('goalTimes', '/schedule/goal/times', number), { only: 'goal' });
  return h(
    'div',
    { class: 'field-row', 'data-for': 'repeating' },
    labelled('What counts', select('goalPer', '/schedule/goal', GOALS, goal?.per ?? '')),
    times,
  );
}

function dateFields(startDate, endDate) {
  return h(
    'div',
    { class: 'field-row', 'data-for': 'repeating' },
    labelled('From', input('startDate', '/schedule/startDate', { type: 'date', value: startDate })),
    labelled('Until', input('endDate', '/schedule/endDate', { type: 'date', value: endDate }), { hint: 'optional' }),
  );
}

function zoneField(timeZone) {
  const control = zoneSelect(timeZone ?? '', { '': 'Where I am' });
  control.dataset.pointer = '/schedule/timeZone';
  return labelled('By the clock of', control);
}

/** A zone that came in words may be an alias this list does not have. */
function chooseZone(control, zone) {
  if (![...control.options].some(({ value }) => value === zone)) control.append(h('option', { value: zone }, zone));
  control.value = zone;
}

function timesField(times) {
  const list = h('div', { class: 'times' }, times.map(timeField));
  const add = () => {
    if (list.children.length >= MOST_TIMES) return;
    list.append(timeField('20:00', list.children.length));
    list.lastChild.querySelector('input').focus();
    list.dispatchEvent(new Event('input', { bubbles: true }));
  };
  return h(
    'fieldset',
    { class: 'field', 'data-pointer': '/schedule/times' },
    fieldLegend('At'),
    list,
    h('button', { class: 'quiet', type: 'button', onclick: add }, icon('plus'), 'Another time'),
  );
}

function timeField(value, index) {
  const pointer = `/schedule/times/${index}`;
  return h(
    'span',
    { class: 'time' },
    input('times', pointer, { type: 'time', value, required: true, 'aria-label': 'Time' }),
    h(
      'button',
      { class: 'round-quiet', type: 'button', 'aria-label': 'Remove this time', onclick: removeTime },
      icon('cross'),
    ),
  );
}

/** The times after the removed one move up, and their pointers with them. */
function removeTime({ currentTarget }) {
  const list = currentTarget.closest('.times');
  currentTarget.closest('.time').remove();
  for (const [index, field] of list.querySelectorAll('input').entries())
    field.dataset.pointer = `/schedule/times/${index}`;
  list.querySelector('input').focus();
  list.dispatchEvent(new Event('input', { bubbles: true }));
}
