import { toast, toastProblem } from './announce.js';
import { api, sendSignedIn } from './api.js';
import { confirmed } from './confirm-dialog.js';
import { h } from './dom.js';
import { choice, input, labelled } from './fields.js';
import { dateInYear } from './format.js';
import { freshly } from './fresh-sign-in.js';
import { readJson } from './http.js';
import { instantForm } from './instant-form.js';
import { codeForm } from './phone-code.js';
import { state } from './store.js';

const WAYS = { sms: 'By text message', call: 'Spoken, in a call' };

const REMOVE = {
  title: 'Remove your number?',
  words: 'Your consent to be called goes with it, and calls ring in the app from now on.',
  yes: 'Remove the number',
};

/** The number that is called: shown by its last digits, proven by a code, changed, removed. `onChanged` is called after it. */
export function showNumber(place, phone, onChanged) {
  place.replaceChildren(...(phone ? verified(place, phone, onChanged) : [question(place, phone, onChanged)]));
}

function verified(place, phone, onChanged) {
  const { number, verifiedAt, needsProof } = phone;
  const ask = () => askForNumber(place, phone, onChanged);
  return [
    h('p', {}, h('b', {}, number), `, verified on ${moment(verifiedAt)}`),
    needsProof
      ? h(
          'p',
          { class: 'field-problem' },
          'It needs proof: nobody was heard there for 45 days. Verify it again, and it is called again.',
        )
      : null,
    h(
      'div',
      { class: 'row-actions' },
      button(needsProof ? 'Verify it again' : 'Change', 'small', ask),
      button('Remove', 'quiet danger', () => void remove(onChanged)),
    ),
  ].filter(Boolean);
}

function askForNumber(place, phone, onChanged) {
  place.replaceChildren(question(place, phone, onChanged));
  place.querySelector('[name=number]').focus();
}

function question(place, phone, onChanged) {
  const number = { type: 'tel', autocomplete: 'tel', maxlength: '40', placeholder: '+1 415 555 2671' };
  return instantForm(
    (wish) => send(place, wish, phone, onChanged),
    h(
      'p',
      { class: 'hint' },
      phone ? `Until the new one is verified, ${phone.number} stays.` : 'A code proves that it is yours.',
    ),
    labelled('Telephone number', input('number', '/number', number), { hint: 'with its country code' }),
    choice('by', '/by', 'How the code comes', WAYS, 'sms'),
    h(
      'div',
      { class: 'row-actions' },
      h('button', { class: 'small', type: 'submit' }, 'Send the code'),
      phone ? button('Leave it as it is', 'quiet', () => showNumber(place, phone, onChanged)) : null,
    ),
  );
}

/** Asks for a code, then for what was in it. `by` may be another way the next time. */
async function send(place, { number, by }, phone, onChanged) {
  const sent = await freshly(() => requestCode(number.trim(), by));
  if (!sent) return;
  const form = codeForm(sent, {
    resend: (way) => send(place, { number, by: way }, phone, onChanged),
    startOver: () => askForNumber(place, phone, onChanged),
    onVerified: () => void confirmVerified(onChanged),
  });
  place.replaceChildren(form);
  form.querySelector('[name=code]').focus();
}

/** How long to wait is measured by the server's clock alone: the browser's may be off by minutes. */
async function requestCode(number, by) {
  const response = await sendSignedIn('PUT', '/me/phone', { body: { number, by } });
  const sent = await readJson(response);
  const now = Date.parse(response.headers.get('Date') ?? '') || Date.now();
  return { ...sent, waitSeconds: Math.max(0, Math.ceil((Date.parse(sent.resendAfter) - now) / 1000)) };
}

async function confirmVerified(onChanged) {
  toast({ title: 'Your number is verified.', tone: 'good' });
  await onChanged();
}

async function remove(onChanged) {
  if (!(await confirmed(REMOVE))) return;
  try {
    await api.delete('/me/phone');
    toast({ title: 'Your number is removed.' });
    await onChanged();
  } catch (problem) {
    toastProblem(problem);
  }
}

function button(words, look, onclick) {
  return h('button', { class: look, type: 'button', onclick }, words);
}

function moment(instant) {
  return dateInYear(instant, state.me.timeZone, state.settings.timeFormat);
}
