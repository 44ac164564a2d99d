import { toast } from './announce.js';
import { api } from './api.js';
import { confirmed } from './confirm-dialog.js';
import { h } from './dom.js';
import { dateAndTime } from './format.js';
import { settingsSection } from './settings-section.js';
import { state } from './store.js';

/** The address by which any calendar program reads what is to come. It is a key: shown once, replaced or revoked at will. */
export function feedSection() {
  const place = h('div', { class: 'stack', 'aria-live': 'polite' });
  const look = () =>
    void api
      .find('/me/calendar-feed')
      .then((feed) => show(place, feed ? kept(place, feed) : none(place)))
      .catch((problem) => show(place, trouble(problem)));
  return settingsSection('feed', 'In your calendar', place, look);
}

function none(place) {
  return [
    h('p', { class: 'hint' }, 'See your coming habits in any calendar program, by an address that only you have.'),
    button('Make an address', 'small', () => make(place)),
  ];
}

function kept(place, { createdAt, lastReadAt }) {
  return [
    h(
      'p',
      { class: 'hint' },
      `Made ${moment(createdAt)}, ${lastReadAt ? `last read ${moment(lastReadAt)}` : 'not read yet'}.`,
    ),
    ways(place),
  ];
}

/** The address is told this one time. */
function made(place, { url }) {
  const address = h('input', {
    id: 'feed-address',
    readonly: true,
    value: url,
    'aria-label': 'Address of your calendar',
  });
  address.addEventListener('focus', () => address.select());
  return [
    h(
      'p',
      { class: 'hint' },
      'Copy it now into your calendar program: it is not shown again. Whoever has it can read your habits.',
    ),
    address,
    button('Copy', 'small', () => copy(address)),
    ways(place),
  ];
}

function ways(place) {
  const replace = async () => {
    const sure = { title: 'Replace it?', words: 'The address you have now stops working.', yes: 'Make a new address' };
    if (await confirmed(sure)) await make(place);
  };
  const revoke = async () => {
    const sure = {
      title: 'Revoke it?',
      words: 'Calendars that read it see nothing new any more.',
      yes: 'Revoke the address',
    };
    if (!(await confirmed(sure))) return;
    await api.delete('/me/calendar-feed');
    show(place, none(place));
  };
  return h(
    'div',
    { class: 'row-actions' },
    button('Replace', 'quiet', replace),
    button('Revoke', 'quiet danger', revoke),
  );
}

async function make(place) {
  show(place, made(place, await api.post('/me/calendar-feed')));
  place.querySelector('input').focus();
}

/** Over plain http a browser copies nothing by itself; then the address stays selected, ready to be copied by hand. */
async function copy(address) {
  address.select();
  try {
    await navigator.clipboard.writeText(address.value);
    toast({ title: 'Copied.', tone: 'good' });
  } catch {
    toast({ title: 'It is selected: copy it by hand.' });
  }
}

function button(words, look, work) {
  const press = () => void work().catch((problem) => toast({ title: problem.message, tone: 'bad' }));
  return h('button', { class: look, type: 'button', onclick: press }, words);
}

function trouble(problem) {
  return [h('p', { class: 'field-problem' }, problem.message)];
}

function show(place, content) {
  place.replaceChildren(...content);
}

function moment(at) {
  return dateAndTime(at, state.me.timeZone, state.settings.timeFormat);
}
