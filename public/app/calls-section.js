import { toast, toastProblem } from './announce.js';
import { api } from './api.js';
import { callOutcome } from './call-outcome.js';
import { confirmed } from './confirm-dialog.js';
import { h } from './dom.js';
import { dateAndTime } from './format.js';
import { settingsSection } from './settings-section.js';
import { state } from './store.js';

const SHOWN = 20;

/** The last calls: when, how they went, what was said; and the way to have all of it forgotten. */
export function callsSection() {
  const place = h('div', { class: 'stack', 'aria-live': 'polite' });
  const look = () =>
    void api
      .get(`/calls?limit=${SHOWN}`)
      .then(({ items }) => place.replaceChildren(...history(items, look)))
      .catch(({ message }) => place.replaceChildren(h('p', { class: 'field-problem', role: 'alert' }, message)));
  return settingsSection('calls', 'Calls', place, look);
}

function history(calls, again) {
  if (calls.length === 0) return [h('p', { class: 'hint' }, 'No calls yet.')];
  return [h('ul', { class: 'calls' }, calls.map(callItem)), clearButton(again)];
}

function callItem(call) {
  const { queuedAt, line, turns, durationSeconds, cost } = call;
  const when = dateAndTime(queuedAt, state.me.timeZone, state.settings.timeFormat);
  const facts = [
    line === 'telephone' ? 'on the telephone' : 'in the app',
    durationSeconds === null ? null : `${durationSeconds} s`,
    cost && cost.amount > 0
      ? `${cost.isFinal ? '' : 'about '}${cost.amount.toFixed(2)} ${cost.currency ?? ''}`.trim()
      : null,
  ];
  const head = [h('strong', {}, when), ` ${facts.filter(Boolean).join(', ')}. ${callOutcome(call)}`];
  if (turns.length === 0) return h('li', {}, head);
  return h('li', {}, h('details', {}, h('summary', {}, head), turns.map(turnLine)));
}

function turnLine({ speaker, text }) {
  return h('p', { class: 'hint' }, `${speaker === 'person' ? 'You' : 'Callivate'}: ${text}`);
}

function clearButton(again) {
  const clear = async () => {
    const words = 'What was said in your calls is forgotten. What they marked stays marked.';
    if (!(await confirmed({ title: 'Clear the history?', words, yes: 'Clear it' }))) return;
    await api.delete('/me/call-history');
    toast({ title: 'It is forgotten.' });
    again();
  };
  const press = () => void clear().catch(toastProblem);
  return h('button', { class: 'quiet danger', type: 'button', onclick: press }, 'Clear call history…');
}
