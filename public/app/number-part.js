import { toast, toastProblem } from './announce.js';
import { api } from './api.js';
import { confirmed } from './confirm-dialog.js';
import { h } from './dom.js';
import { choice, input, labelled } from './fields.js';
import { clearProblems, showProblems } from './form-problems.js';
import { dateAndTime } from './format.js';
import { signIn } from './session.js';
import { state } from './store.js';

const WAYS = { sms: 'By text', call: 'Spoken in a call' };

/** The number, or the way to one: a number, a code that goes there, and the code typed in here. `again` shows the section anew. */
export function numberPart({ phone, email }, again) {
  const place = h('div', { class: 'stack' });
  if (phone) place.append(...known(phone, place, email, again));
  else place.append(numberForm(place, email, again));
  return place;
}

function known({ number, verifiedAt, needsProof }, place, email, again) {
  const since = dateAndTime(verifiedAt, state.me.timeZone, state.settings.timeFormat);
  const remove = async () => {
    const words = 'Nobody calls there any more, and your agreement ends with it.';
    if (!(await confirmed({ title: 'Remove the number?', words, yes: 'Remove it' }))) return;
    await api.delete('/me/phone');
    await again();
  };
  const change = () => place.replaceChildren(numberForm(place, email, again));
  return [
    h('p', {}, h('strong', {}, number), ` verified ${since}.`),
    needsProof ? h('p', { class: 'hint' }, 'Nobody has answered there for 45 days: please verify it again.') : null,
    h(
      'div',
      { class: 'row-actions' },
      h('button', { class: 'quiet', type: 'button', onclick: change }, needsProof ? 'Verify again' : 'Change'),
      h(
        'button',
        { class: 'quiet danger', type: 'button', onclick: () => void remove().catch(toastProblem) },
        'Remove',
      ),
    ),
  ].filter(Boolean);
}

function numberForm(place, email, again) {
  const number = { type: 'tel', autocomplete: 'tel', required: true, placeholder: '+1 415 555 2671' };
  const form = h(
    'form',
    { class: 'stack', novalidate: true },
    h('p', { class: 'form-problem', role: 'alert', tabindex: '-1' }),
    labelled('Telephone number', input('number', '/number', number), { hint: 'with its country code' }),
    choice('by', '/by', 'The code comes', WAYS, 'sms'),
    h('button', { class: 'small', type: 'submit' }, 'Send the code'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(form, place, email, again);
  });
  return form;
}

async function send(form, place, email, again) {
  clearProblems(form);
  const wish = Object.fromEntries(new FormData(form));
  try {
    const sent = await api.put('/me/phone', wish);
    place.replaceChildren(codeForm(sent, () => send(form, place, email, again), again));
    place.querySelector('input').focus();
  } catch (problem) {
    if (problem.code !== 'fresh-sign-in-needed') return showProblems(form, problem);
    form
      .querySelector('.form-problem')
      .replaceChildren(
        `${problem.message} `,
        h('button', { class: 'small', type: 'button', onclick: () => void signInAgain() }, 'Sign in again'),
      );
  }
  async function signInAgain() {
    await signIn({ email, timeZone: state.me.timeZone }).then(() => send(form, place, email, again), toastProblem);
  }
}

function codeForm({ number, by, resendAfter }, resend, again) {
  const code = { inputmode: 'numeric', autocomplete: 'one-time-code', maxlength: '6', required: true };
  const form = h(
    'form',
    { class: 'stack', novalidate: true },
    h(
      'p',
      { class: 'hint', role: 'status' },
      `${by === 'sms' ? 'A text' : 'A call'} with the code is on its way to ${number}.`,
    ),
    h('p', { class: 'form-problem', role: 'alert', tabindex: '-1' }),
    labelled('The six digits', input('code', '/code', code)),
    h(
      'div',
      { class: 'row-actions' },
      h('button', { class: 'small', type: 'submit' }, 'Confirm'),
      resendButton(resendAfter, resend),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void verify(form, again);
  });
  return form;
}

async function verify(form, again) {
  clearProblems(form);
  try {
    await api.post('/me/phone/verification', { code: new FormData(form).get('code').trim() });
    toast({ title: 'The number is yours.', tone: 'good' });
    await again();
  } catch (problem) {
    showProblems(form, problem);
  }
}

/** Counts down to the moment from which another may be sent, as long as it is in sight. */
function resendButton(resendAfter, resend) {
  const button = h('button', { class: 'quiet', type: 'button', onclick: () => void resend() }, 'Send another');
  const count = () => {
    const seconds = Math.ceil((new Date(resendAfter) - Date.now()) / 1000);
    button.disabled = seconds > 0;
    button.textContent = seconds > 0 ? `Send another in ${seconds} s` : 'Send another';
    if (seconds <= 0) clearInterval(timer);
  };
  const timer = setInterval(() => (button.isConnected ? count() : clearInterval(timer)), 1000);
  count();
  return button;
}
