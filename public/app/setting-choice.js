import { toast, toastProblem } from './announce.js';
import { api } from './api.js';
import { choice } from './fields.js';
import { state, update } from './store.js';

/** The arrow keys choose one after the other: each waits for the one before it, so that the last one counts. */
let saving = Promise.resolve();

/**
 * A setting with few values to choose from, saved on the spot. `options` maps them to words; a value that is not text is read
 * from its text as JSON. `said` is told when it is saved, and `onSaved` called.
 */
export function settingChoice(name, legend, options, { said, onSaved = () => undefined }) {
  const fieldset = choice(name, `/${name}`, legend, options, String(state.settings[name]));
  const save = async (value) => {
    const wanted = typeof state.settings[name] === 'string' ? value : JSON.parse(value);
    update({ settings: await api.patch('/me/settings', { [name]: wanted }) });
    toast({ title: said(wanted), tone: 'good' });
    onSaved();
  };
  fieldset.addEventListener('change', ({ target }) => {
    saving = saving.then(() => save(target.value)).catch((problem) => refused(fieldset, name, problem));
  });
  return fieldset;
}

/** Shows again what is so. */
function refused(fieldset, name, problem) {
  fieldset.querySelector(`[value="${state.settings[name]}"]`).checked = true;
  toastProblem(problem);
}
