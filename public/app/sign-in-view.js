import { h } from './dom.js';
import { input, labelled } from './fields.js';
import { mark } from './icons.js';
import { signIn } from './session.js';
import { sky } from './sky.js';
import { unlockSound } from './sound.js';
import { browserZone, zoneSelect } from './zones.js';

const SMALL_PRINT =
  'The development sign-in: any address opens the door, without a password. Signing in also switches on the sound, so that the phone can ring.';

/** The first screen: what Callivate is in four lines, and a door. `onSignedIn` runs when the door is open. */
export function signInView(onSignedIn) {
  return h(
    'div',
    { class: 'welcome' },
    h(
      'section',
      { class: 'welcome-story', 'aria-label': 'What Callivate is' },
      sky(),
      h(
        'div',
        { class: 'welcome-words' },
        h('p', { class: 'brand' }, mark(), 'Callivate'),
        h('h1', {}, 'The habit that calls you.'),
        h(
          'p',
          { class: 'lede' },
          'At seven, the phone rings. “Did you read your ten pages?” You say “yes, just finished”, and the streak grows.',
        ),
      ),
    ),
    h('section', { class: 'welcome-door', 'aria-label': 'Sign in' }, signInForm(onSignedIn)),
  );
}

function signInForm(onSignedIn) {
  const problem = h('p', { class: 'form-problem', role: 'alert' });
  const button = h('button', { class: 'primary wide', type: 'submit' }, 'Sign in');
  const email = { type: 'email', autocomplete: 'email', required: true, placeholder: 'ada@example.com' };
  return h(
    'form',
    { class: 'stack', onsubmit: (event) => void submit(event, { problem, button, onSignedIn }) },
    h('h2', {}, 'Come in'),
    labelled('E-mail', input('email', '/email', email)),
    labelled('Name', input('name', '/name', { autocomplete: 'given-name', maxlength: '100' }), { hint: 'optional' }),
    labelled('Time zone', zoneSelect(browserZone())),
    problem,
    button,
    h('p', { class: 'small-print' }, SMALL_PRINT),
  );
}

/** The sound is unlocked before anything is awaited: only the click itself may do it. */
async function submit(event, { problem, button, onSignedIn }) {
  event.preventDefault();
  unlockSound();
  const { email, name, timeZone } = Object.fromEntries(new FormData(event.target));
  button.disabled = true;
  problem.textContent = '';
  try {
    await signIn({ email: email.trim(), name: name.trim(), timeZone });
    await onSignedIn();
  } catch (refusal) {
    problem.textContent = [refusal.message, ...(refusal.fields ?? []).map((field) => field.message)].join(' ');
    button.disabled = false;
  }
}
