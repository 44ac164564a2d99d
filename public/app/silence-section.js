import { toast, toastProblem } from './announce.js';
import { api } from './api.js';
import { h } from './dom.js';
import { input, labelled } from './fields.js';
import { dateAndTime, dayBeside, instantAt, wallTime } from './format.js';
import { instantForm } from './instant-form.js';
import { settingsSection } from './settings-section.js';
import { stoppedNumberWords } from './stopped-number.js';
import { state, update } from './store.js';
import { browserZone } from './zones.js';

/** Quiet until a moment, or until one says otherwise: habits go on, and messages tell what is due. */
export function silenceSection() {
  const place = h('div', { class: 'stack' });
  show(place);
  return settingsSection('silence', 'Silence', place);
}

function show(place) {
  const { settings, suppression } = state;
  const stopped = stoppedNumberWords(suppression);
  const isSilent = settings.silentUntil && Date.parse(settings.silentUntil) > Date.now();
  place.replaceChildren(
    ...(isSilent ? silent(place, settings) : [question(place, settings)]),
    ...(stopped ? [h('p', { class: 'field-problem' }, stopped)] : []),
  );
}

function silent(place, { silentUntil, timeFormat }) {
  const ring = () => void keep(place, null, 'It may ring again.').catch(toastProblem);
  return [
    h('p', {}, `No call is made before ${dateAndTime(silentUntil, zone(), timeFormat)}.`),
    h('button', { class: 'small', type: 'button', onclick: ring }, 'Let it ring again'),
  ];
}

/** Tomorrow morning, unless something else is said. */
function question(place, { callingWindow }) {
  const now = wallTime(Date.now(), zone());
  const morning = `${dayBeside(now.slice(0, 10), 1)}T${callingWindow.start}`;
  return instantForm(
    ({ silentUntil }) => keep(place, chosen(silentUntil), 'Silence.'),
    h('p', { class: 'hint' }, 'No call is made before that moment. Habits go on, and what is due comes as a message.'),
    labelled(
      'Silent until',
      input('silentUntil', '/silentUntil', { type: 'datetime-local', min: now, value: morning }),
      {
        hint: `by the clock of ${zone().replaceAll('_', ' ')}`,
      },
    ),
    h('button', { class: 'small', type: 'submit' }, 'Be silent'),
  );
}

function chosen(local) {
  const until = local ? instantAt(local, zone()) : null;
  if (until && until.getTime() > Date.now()) return until.toISOString();
  const message = local ? 'That moment is past.' : 'Say until when.';
  throw Object.assign(new Error(message), { fields: [{ pointer: '/silentUntil', message }] });
}

async function keep(place, silentUntil, said) {
  update({ settings: await api.patch('/me/settings', { silentUntil }) });
  toast({ title: said });
  show(place);
  place.querySelector('button').focus();
}

function zone() {
  return state.me.timeZone ?? browserZone();
}
