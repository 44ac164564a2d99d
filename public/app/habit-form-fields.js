import { h } from './dom.js';
import { choice, fieldLegend, input, labelled, pill, select } from './fields.js';
import { icon } from './icons.js';

const KINDS = { 'yes-no': 'Yes or no', numeric: 'A number' };
const CHANNELS = { call: 'Call', push: 'Message' };
const REPETITIONS = { daily: 'Every day', weekly: 'Some days', once: 'Once' };
const DIRECTIONS = { 'at-least': 'at least', 'at-most': 'at most' };
const DAYS = { MO: 'Mon', TU: 'Tue', WE: 'Wed', TH: 'Thu', FR: 'Fri', SA: 'Sat', SU: 'Sun' };
const WORKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR'];
const MOST_TIMES = 12;

/** The fields of a habit, filled from `habit` or fresh. `today` is the server's, for a habit that starts now. */
export function habitFields(habit, today) {
  const schedule = habit?.schedule ?? { startDate: today, times: ['07:00'], recurrence: 'FREQ=DAILY' };
  const repeats = repetitionOf(schedule.recurrence);
  return [
    labelled('What', titleInput(habit?.title)),
    choice('kind', '/kind', 'Answer', KINDS, habit?.kind ?? 'yes-no'),
    targetFields(habit?.target),
    choice('repeats', '/schedule/recurrence', 'Days', repetitions(repeats), repeats),
    weekdayFields(schedule.recurrence),
    labelled('On', input('startDate', '/schedule/startDate', { type: 'date', value: schedule.startDate }), {
      only: 'once',
    }),
    timesField(schedule.times),
    choice('channel', '/channel', 'Reach me by', CHANNELS, habit?.channel ?? 'call'),
  ];
}

/** Shows only the fields that mean something for the choices made. */
export function showWhatApplies(form) {
  const data = new FormData(form);
  const chosen = new Set([data.get('kind'), data.get('repeats')]);
  for (const field of form.querySelectorAll('[data-for]')) field.hidden = !chosen.has(field.dataset.for);
  const times = form.querySelectorAll('.time');
  for (const time of times) time.querySelector('button').hidden = times.length === 1;
}

function titleInput(value) {
  return input('title', '/title', {
    value,
    maxlength: '200',
    required: true,
    autofocus: true,
    placeholder: 'Read ten pages',
  });
}

function repetitionOf(recurrence) {
  if (recurrence === null) return 'once';
  if (recurrence === 'FREQ=DAILY') return 'daily';
  return /^FREQ=WEEKLY;BYDAY=[A-Z,]+$/.test(recurrence) ? 'weekly' : 'as-is';
}

/** A rule this form cannot draw stays as it is, unless another is chosen. */
function repetitions(current) {
  return current === 'as-is' ? { ...REPETITIONS, 'as-is': 'As it is' } : REPETITIONS;
}

function targetFields(target) {
  const number = {
    type: 'number',
    min: '0',
    step: 'any',
    inputmode: 'decimal',
    placeholder: '10',
    value: target?.value,
  };
  return h(
    'div',
    { class: 'field-row', 'data-for': 'numeric' },
    labelled('Goal', select('direction', '/target/direction', DIRECTIONS, target?.direction ?? 'at-least')),
    labelled('Number', input('value', '/target/value', number)),
    labelled('Of what', input('unit', '/target/unit', { maxlength: '30', placeholder: 'pages', value: target?.unit })),
  );
}

function weekdayFields(recurrence) {
  const chosen = new Set(/BYDAY=([A-Z,]+)/.exec(recurrence ?? '')?.[1].split(',') ?? WORKDAYS);
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
