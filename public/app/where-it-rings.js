import { h } from './dom.js';
import { settingChoice } from './setting-choice.js';
import { state } from './store.js';

const LINES = { app: 'In the app', phone: 'On the telephone' };
const SAID = { app: 'Calls ring in the app from now on.', phone: 'Calls ring on the telephone from now on.' };
const VOICEMAIL = { 'hang-up': 'Hang up', 'leave-word': 'Leave one sentence' };

/** Where calls ring, and what is done where a voicemail answers. `onMoved` is called when they ring somewhere else. */
export function ringPart({ phone, consent }, onMoved) {
  const missing = h('p', { id: 'telephone-missing', class: 'hint' });
  const where = settingChoice('ringOn', 'Calls ring', LINES, {
    said: (line) => SAID[line],
    onSaved: () => {
      missing.replaceChildren(missingWords({ phone, consent }));
      onMoved();
    },
  });
  missing.replaceChildren(missingWords({ phone, consent }));
  where.setAttribute('aria-describedby', missing.id);
  where.querySelector('[value=phone]').disabled = !phone || !consent;
  return [
    where,
    missing,
    settingChoice('voicemail', 'Where a voicemail answers', VOICEMAIL, { said: () => 'Saved.' }),
    h('p', { class: 'hint' }, 'The sentence says that Callivate called. It names no habit.'),
  ];
}

/** What is still to be done before the telephone rings, and what happens until then. */
function missingWords({ phone, consent }) {
  const steps = [phone ? null : 'verify a number', consent ? null : 'agree to be called'].filter(Boolean);
  if (phone?.needsProof && consent) steps.push('verify your number again');
  if (steps.length === 0) return 'On the telephone it rings only within your hours.';
  const first = `Before the telephone rings, ${steps.join(' and ')}.`;
  return state.settings.ringOn === 'phone' ? `${first} Until then what is due comes as a message.` : first;
}
