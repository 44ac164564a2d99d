import { api } from './api.js';
import { h } from './dom.js';
import { dateAndTime } from './format.js';
import { state } from './store.js';

const PATIENCE_MS = 300;
const COUNT = 3;

/** The server's own reading of a schedule, beside the form that makes it: a sentence and the next moments. */
export function schedulePreview() {
  const text = h('p', { class: 'preview-text' });
  const moments = h('p', { class: 'preview-moments' });
  const element = h('div', { class: 'preview', 'aria-live': 'polite' }, text, moments);
  let timer = null;
  let newest = 0;

  async function read(schedule) {
    newest += 1;
    const mine = newest;
    const preview = await api.post('/habits/preview', { schedule, count: COUNT }).catch((problem) => ({ problem }));
    if (mine !== newest) return;
    show(preview, schedule, { text, moments });
  }

  return {
    element,
    follow(schedule) {
      clearTimeout(timer);
      timer = setTimeout(() => void read(schedule), PATIENCE_MS);
    },
  };
}

function show({ problem, text: words, instants = [] }, schedule, { text, moments }) {
  if (problem) {
    text.textContent = problem.fields?.[0]?.message ?? problem.message;
    moments.textContent = '';
    return;
  }
  const zone = schedule.timeZone ?? state.me.timeZone;
  text.textContent = words;
  const times = instants.map((at) => dateAndTime(at, zone, state.settings.timeFormat));
  moments.textContent = times.length > 0 ? `Next: ${times.join(' · ')}` : 'It would never be due: the date has passed.';
}
