import { api } from './api.js';
import { contactCardPart, findContactCard } from './contact-card.js';
import { byId, h } from './dom.js';
import { consentIn, consentPart } from './phone-consent.js';
import { showNumber } from './phone-number.js';
import { settingsSection } from './settings-section.js';
import { stoppedNumberWords } from './stopped-number.js';
import { update } from './store.js';
import { testCallPart } from './telephone-test.js';
import { ringPart } from './where-it-rings.js';

/** The way from a number to a telephone that rings: the number, the consent, where calls ring, a test call, the contact. */
export function telephoneSection() {
  const place = h('div', { class: 'telephone' });
  return settingsSection('telephone', 'Telephone', place, () => void open(place));
}

async function open(place) {
  try {
    const card = await findContactCard();
    if (card) await showAll(place, card);
    else place.replaceChildren(h('p', { class: 'hint' }, 'This service has no telephone line: calls ring in the app.'));
  } catch ({ message }) {
    place.replaceChildren(h('p', { class: 'field-problem', role: 'alert' }, message));
  }
}

async function showAll(place, card) {
  const known = await read();
  const [number, rest] = [h('div', { class: 'stack' }), h('div', { class: 'telephone' })];
  const paintRest = (now) => rest.replaceChildren(...afterNumber(now, card, changedIn));
  const changedIn = async (part) => {
    const now = await read();
    if (part === 'number') showNumber(number, now.phone, () => changedIn('number'));
    paintRest(now);
    byId(`telephone-${part}`).focus();
  };
  showNumber(number, known.phone, () => changedIn('number'));
  paintRest(known);
  place.replaceChildren(part('number', 'Your number', number), rest);
}

async function read() {
  const [me, settings, suppression, text, said] = await Promise.all([
    api.get('/me'),
    api.get('/me/settings'),
    api.get('/me/suppression'),
    api.get('/consents/calls'),
    api.get('/me/consents?limit=1'),
  ]);
  update({ me, settings, suppression });
  return { phone: me.phone ?? null, text, lastWord: said.items[0] ?? null, suppression };
}

function afterNumber({ phone, text, lastWord, suppression }, card, changedIn) {
  const test = h('div', { class: 'stack' }, testCallPart());
  const repaintTest = () => test.replaceChildren(...testCallPart());
  const stopped = stoppedNumberWords(suppression, card.number);
  return [
    stopped ? h('p', { class: 'field-problem' }, stopped) : null,
    part(
      'consent',
      'Your consent',
      consentPart({ phone, text, lastWord }, () => changedIn('consent')),
    ),
    part('ring', 'Where it rings', ringPart({ phone, consent: consentIn(lastWord) }, repaintTest)),
    part('test', 'Hear it', test),
    part('contact', 'Know who calls', contactCardPart(card)),
  ].filter(Boolean);
}

function part(id, title, ...content) {
  return h(
    'section',
    { class: 'stack', 'aria-labelledby': `telephone-${id}` },
    h('h3', { id: `telephone-${id}`, tabindex: '-1' }, title),
    content,
  );
}
