import { sayPolitely } from './announce.js';
import { api } from './api.js';
import { h } from './dom.js';
import { input, labelled } from './fields.js';
import { clockTime } from './format.js';
import { instantForm, tryIn } from './instant-form.js';
import { state } from './store.js';

const OTHER_WAY = { sms: 'call', call: 'sms' };
const AGAIN = { sms: 'Send it again', call: 'Call me again' };
const INSTEAD = { sms: 'By text message instead', call: 'Call me with it instead' };
const ONE_SECOND_MS = 1_000;

/**
 * Asks for the code that is on its way; `sent` is what the server said of it, with `waitSeconds` until another may be asked for.
 * `resend(by)` asks for another, `startOver` for another number, `onVerified` is called when it was right.
 */
export function codeForm(sent, { resend, startOver, onVerified }) {
  const { by } = sent;
  const again = h('button', { class: 'small', type: 'button' }, AGAIN[by]);
  const instead = h('button', { class: 'quiet', type: 'button' }, INSTEAD[OTHER_WAY[by]]);
  const code = { inputmode: 'numeric', autocomplete: 'one-time-code', maxlength: '12' };
  const form = instantForm(
    (filled) => verify(filled.code, onVerified),
    h('p', { class: 'hint' }, onItsWay(sent)),
    labelled('Code', input('code', '/code', code), { hint: 'six digits' }),
    h('button', { class: 'small', type: 'submit' }, 'Verify'),
    h(
      'div',
      { class: 'row-actions' },
      again,
      instead,
      h('button', { class: 'quiet', type: 'button', onclick: startOver }, 'Another number'),
    ),
  );
  again.addEventListener('click', () => void tryIn(form, () => resend(by)));
  instead.addEventListener('click', () => void tryIn(form, () => resend(OTHER_WAY[by])));
  countDown(form, sent, again, instead);
  sayPolitely(onItsWay(sent));
  return form;
}

function onItsWay({ number, by, expiresAt }) {
  const until = clockTime(expiresAt, state.me.timeZone, state.settings.timeFormat);
  const way =
    by === 'sms' ? `A code is on its way to ${number}, as a text message.` : `We call ${number} and say a code.`;
  return `${way} It is good until ${until}.`;
}

/** What was pasted may have blanks in it. How many tries are left is told where the code is. */
async function verify(code, onVerified) {
  try {
    await api.post('/me/phone/verification', { code: code.replaceAll(/[\s-]/g, '') });
  } catch (problem) {
    if (problem.code === 'code-wrong') problem.fields = [{ pointer: '/code', message: problem.message }];
    throw problem;
  }
  onVerified();
}

/** Until another code may be asked for; it ends by itself once the form is gone. */
function countDown(form, { by, waitSeconds }, again, instead) {
  const endsAt = performance.now() + waitSeconds * ONE_SECOND_MS;
  const tick = () => {
    const left = Math.ceil((endsAt - performance.now()) / ONE_SECOND_MS);
    again.disabled = instead.disabled = left > 0;
    again.replaceChildren(left > 0 ? `${AGAIN[by]} in ${left} s` : AGAIN[by]);
    if (left <= 0 || (form.isConnected === false && wasShown)) clearInterval(ticking);
    wasShown ||= form.isConnected;
  };
  let wasShown = false;
  const ticking = setInterval(tick, ONE_SECOND_MS);
  tick();
}
