import { h } from './dom.js';
import { choice, input, labelled, select } from './fields.js';
import { scheduleChoices, scheduleFields } from './schedule-fields.js';
import { favouritesFirst } from './voices.js';

const KINDS = { 'yes-no': 'Yes or no', numeric: 'A number' };
const CHANNELS = { call: 'Call', push: 'Message' };
const DIRECTIONS = { 'at-least': 'at least', 'at-most': 'at most' };
const AS_IN_SETTINGS = 'As in your settings';

/**
 * The fields of a habit, filled from `habit` or fresh. `voices` are those there are to choose from; `today` is the server's, for a
 * habit that starts now; `words` is the field in which the schedule may be written down instead.
 */
export function habitFields(habit, { voices, today, words }) {
  return [
    labelled('What', titleInput(habit?.title)),
    choice('kind', '/kind', 'Answer', KINDS, habit?.kind ?? 'yes-no'),
    targetFields(habit?.target),
    words,
    scheduleFields(habit?.schedule, today),
    choice('channel', '/channel', 'Reach me by', CHANNELS, habit?.channel ?? 'call'),
    voices.length > 0 ? labelled('Voice', voiceSelect(voices, habit?.voiceId)) : null,
  ];
}

/** Shows only the fields that mean something for the choices made. */
export function showWhatApplies(form) {
  const data = new FormData(form);
  const chosen = new Set([data.get('kind'), ...scheduleChoices(data)]);
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

/** A voice that is there no more speaks as the settings say. */
function voiceSelect(voices, chosen) {
  const words = ({ id, name, persona }) => [id, `${name} (${persona})`];
  const options = { '': AS_IN_SETTINGS, ...Object.fromEntries(favouritesFirst(voices).map(words)) };
  return select('voiceId', '/voiceId', options, chosen ?? '');
}
