import { sayPolitely, toast, toastProblem } from './announce.js';
import { api } from './api.js';
import { confirmed } from './confirm-dialog.js';
import { h } from './dom.js';
import { dateInYear } from './format.js';
import { instantForm } from './instant-form.js';
import { state } from './store.js';

const VIA = {
  app: 'in the app',
  call: 'in a call',
  sms: 'by text message',
  'phone-removed': 'with the number that was taken away',
};

const WITHDRAW = {
  title: 'Withdraw your consent?',
  words: 'From now on nobody calls your telephone: calls ring in the app. You can agree again at any time.',
  yes: 'Withdraw it',
};

/** The consent that holds, of what was said last about it; null when there is none. */
export function consentIn(lastWord) {
  return lastWord?.action === 'given' ? lastWord : null;
}

/**
 * What somebody agrees to before the telephone rings: the very text, and their word on it. `text` is the one that is agreed to
 * now, `lastWord` what they said last. `onChanged` is called after they agreed or took it back.
 */
export function consentPart({ phone, text, lastWord }, onChanged) {
  const consent = consentIn(lastWord);
  return consent ? given(consent, text, onChanged) : asked({ phone, text, lastWord }, onChanged);
}

function given({ at, version, text }, { language }, onChanged) {
  return [
    h('p', {}, `You agreed on ${moment(at)}.`),
    h('details', { class: 'fold' }, h('summary', {}, 'What you agreed to'), wording({ text, version, language })),
    h('button', { class: 'quiet danger', type: 'button', onclick: () => void withdraw(onChanged) }, 'Withdraw…'),
  ];
}

/** Nothing is ticked beforehand, and nothing else is agreed to by the way: a button of its own. */
function asked({ phone, text, lastWord }, onChanged) {
  return [
    lastWord ? h('p', { class: 'hint' }, `You took it back on ${moment(lastWord.at)}, ${VIA[lastWord.via]}.`) : null,
    wording(text),
    phone
      ? instantForm(() => agree(text, onChanged), h('button', { class: 'small', type: 'submit' }, 'I agree'))
      : h('p', { class: 'hint' }, 'Verify a number first: you agree to be called at that one.'),
  ];
}

function wording({ text, version, language }) {
  return h(
    'div',
    { class: 'consent-text', lang: language },
    text.split('\n').map((line) => h('p', {}, line)),
    h('p', { class: 'hint' }, version),
  );
}

async function agree({ version }, onChanged) {
  try {
    await api.post('/me/consents', { kind: 'calls', version });
  } catch (problem) {
    if (problem.code !== 'consent-outdated') throw problem;
    await onChanged();
    toast({ title: 'The text has changed meanwhile.', body: 'Please read it again.', tone: 'bad' });
    return;
  }
  sayPolitely('You agreed to be called.');
  await onChanged();
}

async function withdraw(onChanged) {
  if (!(await confirmed(WITHDRAW))) return;
  try {
    await api.delete('/me/consents/calls');
    sayPolitely('Your consent is withdrawn.');
    await onChanged();
  } catch (problem) {
    toastProblem(problem);
  }
}

function moment(instant) {
  return dateInYear(instant, state.me.timeZone, state.settings.timeFormat);
}
