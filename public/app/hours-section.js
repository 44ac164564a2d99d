import { toast } from './announce.js';
import { api } from './api.js';
import { h } from './dom.js';
import { input, labelled, select } from './fields.js';
import { clearProblems, showProblems } from './form-problems.js';
import { settingsSection } from './settings-section.js';
import { state, update } from './store.js';

const DAYS = {
  MO: 'Mondays',
  TU: 'Tuesdays',
  WE: 'Wednesdays',
  TH: 'Thursdays',
  FR: 'Fridays',
  SA: 'Saturdays',
  SU: 'Sundays',
};
const KINDS = { usual: 'as usual', own: 'hours of its own', quiet: 'quiet all day' };

/** Hours of single weekdays, and silence until a moment: by the person's own clock. */
export function hoursSection() {
  const place = h('div', { class: 'stack' });
  const look = () => place.replaceChildren(hoursForm(state.settings));
  return settingsSection('hours', 'Hours of single days, and silence', place, look);
}

function hoursForm({ callingWindow, silentUntil }) {
  const form = h(
    'form',
    { class: 'stack', novalidate: true },
    h('p', { class: 'form-problem', role: 'alert', tabindex: '-1' }),
    Object.entries(DAYS).map(([day, words]) => dayRow(day, words, callingWindow)),
    labelled(
      'No calls until',
      input('silentUntil', '/silentUntil', { type: 'datetime-local', value: localOf(silentUntil) }),
      {
        hint: 'empty: no silence',
      },
    ),
    h('button', { class: 'small', type: 'submit' }, 'Save the hours'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void save(form, callingWindow);
  });
  return form;
}

function dayRow(day, words, { start, end, days }) {
  const own = days[day];
  const kind = own === undefined ? 'usual' : own === null ? 'quiet' : 'own';
  const from = input(`${day}-start`, `/callingWindow/days/${day}/start`, { type: 'time', value: own?.start ?? start });
  const until = input(`${day}-end`, `/callingWindow/days/${day}/end`, {
    type: 'time',
    value: midnight(own?.end ?? end),
  });
  const hours = h(
    'div',
    { class: 'field-row', hidden: kind !== 'own' },
    labelled(`${words} from`, from),
    labelled('until', until),
  );
  const list = select(`${day}-kind`, `/callingWindow/days/${day}`, KINDS, kind, {
    onchange: ({ target }) => {
      hours.hidden = target.value !== 'own';
    },
  });
  return h('div', { class: 'stack' }, labelled(words, list), hours);
}

async function save(form, { start, end }) {
  clearProblems(form);
  const given = new FormData(form);
  const days = Object.fromEntries(
    Object.keys(DAYS).flatMap((day) => {
      const kind = given.get(`${day}-kind`);
      if (kind === 'usual') return [];
      return [[day, kind === 'quiet' ? null : { start: given.get(`${day}-start`), end: given.get(`${day}-end`) }]];
    }),
  );
  const until = given.get('silentUntil');
  const silentUntil = until ? new Date(until).toISOString() : null;
  try {
    update({ settings: await api.patch('/me/settings', { callingWindow: { start, end, days }, silentUntil }) });
    toast({ title: 'Saved.', tone: 'good' });
  } catch (problem) {
    showProblems(form, problem);
  }
}

/** A time field has no 24:00. */
function midnight(end) {
  return end === '24:00' ? '00:00' : end;
}

/** As the field has it: by the clock of this device, to the minute. */
function localOf(instant) {
  if (!instant) return '';
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
