import { toast, toastProblem } from './announce.js';
import { api, sendSignedIn } from './api.js';
import { consentPart } from './consent-part.js';
import { h } from './dom.js';
import { select } from './fields.js';
import { numberPart } from './number-part.js';
import { settingsSection } from './settings-section.js';
import { update } from './store.js';
import { testCallPart } from './test-call-part.js';

const LINES = { app: 'In the app', phone: 'On the telephone' };
const VOICEMAIL = { 'hang-up': 'hang up', 'leave-word': 'leave one sentence, without the habit' };
const TRANSCRIPTS = { true: 'kept for 90 days', false: 'not kept, only what they meant' };

/** Calls on the telephone: the number, the agreement, where calls ring, and how it goes. Shown by steps, each needing the one before it. */
export function telephoneSection() {
  const place = h('div', { class: 'stack', 'aria-live': 'polite' });
  const look = () => void show(place).catch((problem) => place.replaceChildren(trouble(problem)));
  return settingsSection('telephone', 'Telephone', place, look);
}

async function show(place) {
  const card = await contactCard();
  if (!card) {
    place.replaceChildren(h('p', { class: 'hint' }, 'This service has no telephone line: calls ring in the app.'));
    return;
  }
  const [me, settings, consents, text] = await Promise.all(
    ['/me', '/me/settings', '/me/consents?limit=1', '/consents/calls'].map((path) => api.get(path)),
  );
  update({ me, settings });
  const again = () => show(place);
  const consent = me.phone && consents.items[0]?.action === 'given' ? consents.items[0] : null;
  place.replaceChildren(
    numberPart(me, again),
    consentPart({ phone: me.phone, consent, text }, again),
    wherePart({ phone: me.phone, consent, settings }, again),
    choicePart('If a voicemail answers', 'voicemail', VOICEMAIL, settings.voicemail),
    choicePart('Words of calls', 'keepTranscripts', TRANSCRIPTS, String(settings.keepTranscripts)),
    testCallPart(me.phone, settings),
    cardPart(card),
  );
}

/** The card of who calls; null where nobody does. */
async function contactCard() {
  try {
    return await (await sendSignedIn('GET', '/me/contact.vcf')).text();
  } catch (problem) {
    if (problem.status === 409) return null;
    throw problem;
  }
}

function wherePart({ phone, consent, settings }, again) {
  const missing = phone ? (consent ? null : 'Agree to be called first.') : 'Verify a number first.';
  const list = select('ringOn', '/ringOn', LINES, settings.ringOn, {
    id: 'telephone-ring-on',
    onchange: ({ target }) => void save({ ringOn: target.value }).catch(toastProblem).then(again),
  });
  list.querySelector('[value="phone"]').disabled = missing !== null;
  return part('Where calls ring', list, missing && h('p', { class: 'hint' }, missing));
}

function choicePart(words, name, options, chosen) {
  const list = select(name, `/${name}`, options, chosen, {
    id: `telephone-${name}`,
    onchange: ({ target }) =>
      void save({ [name]: name === 'keepTranscripts' ? target.value === 'true' : target.value }).catch(toastProblem),
  });
  return part(words, list);
}

async function save(change) {
  update({ settings: await api.patch('/me/settings', change) });
  toast({ title: 'Saved.', tone: 'good' });
}

/** A phone that knows who calls lets the call through, and shows the name. */
function cardPart(card) {
  const save = () => {
    const address = URL.createObjectURL(new Blob([card], { type: 'text/vcard' }));
    h('a', { href: address, download: 'callivate.vcf' }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  };
  return h(
    'div',
    { class: 'stack' },
    h(
      'p',
      { class: 'hint' },
      'Put Callivate among your contacts: then your telephone knows who calls, and lets it through.',
    ),
    h('button', { class: 'small', type: 'button', onclick: save }, 'Save the contact'),
  );
}

function part(words, control, ...more) {
  return h(
    'div',
    { class: 'field' },
    h('div', { class: 'field-name' }, h('label', { for: control.id }, words)),
    control,
    more,
  );
}

function trouble({ message }) {
  return h('p', { class: 'field-problem', role: 'alert' }, message);
}
