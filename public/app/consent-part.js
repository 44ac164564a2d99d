import { toast, toastProblem } from './announce.js';
import { api } from './api.js';
import { confirmed } from './confirm-dialog.js';
import { h } from './dom.js';
import { dateAndTime } from './format.js';
import { state } from './store.js';

/** What is agreed to, word for word, and the way to agree to it or to take it back. */
export function consentPart({ phone, consent, text }, again) {
  return h('div', { class: 'stack' }, consent ? given(consent, again) : asked(phone, text, again));
}

function asked(phone, { version, text }, again) {
  const agree = async () => {
    await api.post('/me/consents', { kind: 'calls', version });
    toast({ title: 'Thank you. Calls may ring on your telephone now.', tone: 'good' });
    await again();
  };
  const button = { class: 'small', type: 'button', disabled: !phone, onclick: () => void agree().catch(toastProblem) };
  return [
    text.split('\n').map((sentence) => h('p', { class: 'hint' }, sentence)),
    h('button', button, 'I agree'),
    phone ? null : h('p', { class: 'hint' }, 'Verify a number first: you agree to be called there.'),
  ].flat();
}

function given({ at, text }, again) {
  const withdraw = async () => {
    const words = 'Nobody calls your telephone any more. What is due is told by message, unless calls ring in the app.';
    if (!(await confirmed({ title: 'Take it back?', words, yes: 'Take it back' }))) return;
    await api.delete('/me/consents/calls');
    await again();
  };
  const since = dateAndTime(at, state.me.timeZone, state.settings.timeFormat);
  return [
    h(
      'details',
      {},
      h('summary', {}, `You agreed to be called, ${since}.`),
      text.split('\n').map((sentence) => h('p', { class: 'hint' }, sentence)),
    ),
    h(
      'button',
      { class: 'quiet danger', type: 'button', onclick: () => void withdraw().catch(toastProblem) },
      'Take it back',
    ),
  ];
}
