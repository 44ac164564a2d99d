import { toast, toastProblem } from './announce.js';
import { api } from './api.js';
import { h } from './dom.js';
import { fieldLegend, pill } from './fields.js';
import { icon } from './icons.js';
import { loadVoices } from './loading.js';
import { settingsSection } from './settings-section.js';
import { state, update } from './store.js';
import { hear } from './voice-preview.js';

/** Who calls: heard, marked and chosen on the spot. */
export function voiceSection() {
  const place = h('div');
  const look = () =>
    void loadVoices()
      .then(() => place.replaceChildren(chooser(state.voices)))
      .catch(({ message }) => place.replaceChildren(h('p', { class: 'field-problem', role: 'alert' }, message)));
  return settingsSection('voice', 'Voice', place, look);
}

function chooser(voices) {
  const fieldset = h(
    'fieldset',
    { class: 'field', onchange: ({ target }) => choose(fieldset, target.value) },
    fieldLegend('Who calls, unless a habit says otherwise'),
    h('ul', {}, voices.map(voiceItem)),
  );
  return fieldset;
}

function voiceItem(voice) {
  const remark = h('p', { class: 'hint voice-remark', role: 'status' });
  const about = `voice-${voice.id}-about`;
  const name = pill('radio', 'defaultVoiceId', voice.id, voice.name, voice.isDefault);
  name.firstChild.setAttribute('aria-describedby', about);
  return h(
    'li',
    { class: 'voice' },
    name,
    h('p', { id: about, class: 'hint' }, voice.description),
    listenButton(voice, remark),
    starButton(voice),
    remark,
  );
}

function listenButton({ id, name }, remark) {
  const listen = () => {
    for (const older of document.querySelectorAll('.voice-remark')) older.replaceChildren();
    void hear(id)
      .then((words) => remark.replaceChildren(words ?? ''))
      .catch(toastProblem);
  };
  const words = { class: 'small', type: 'button', 'aria-label': `Listen: ${name}`, onclick: listen };
  return h('button', words, icon('sound'), 'Listen');
}

function starButton({ id, name, isFavourite }) {
  const star = h(
    'button',
    {
      class: 'star',
      type: 'button',
      'aria-label': `Favourite: ${name}`,
      'aria-pressed': String(isFavourite),
      onclick: () => void mark(id, star).catch(toastProblem),
    },
    icon('star'),
  );
  return star;
}

async function mark(id, star) {
  const isFavourite = star.getAttribute('aria-pressed') !== 'true';
  await (isFavourite ? api.put : api.delete)(`/voices/${id}/favourite`);
  star.setAttribute('aria-pressed', String(isFavourite));
  update({ voices: state.voices.map((voice) => (voice.id === id ? { ...voice, isFavourite } : voice)) });
}

/** The arrow keys choose one after the other: each waits for the one before it, so that the last one counts. */
let saving = Promise.resolve();

function choose(fieldset, voiceId) {
  saving = saving.then(() => save(voiceId)).catch((problem) => refused(fieldset, problem));
}

async function save(voiceId) {
  const chosen = await api.put('/voices/default', { voiceId });
  update({ voices: state.voices.map((voice) => ({ ...voice, isDefault: voice.id === chosen.id })) });
  toast({ title: `${chosen.name} calls you from now on.`, tone: 'good' });
}

/** Shows again what is so. */
function refused(fieldset, problem) {
  const { id } = state.voices.find(({ isDefault }) => isDefault);
  fieldset.querySelector(`[value="${id}"]`).checked = true;
  toastProblem(problem);
}
