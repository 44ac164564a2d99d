import { api } from './api.js';
import { h } from './dom.js';
import { dateAndTime } from './format.js';
import { state } from './store.js';

const PATIENCE_MS = 300;
const COUNT = 3;

/**
 * The server's own reading of a schedule, beside the form that makes it: a sentence and the next moments. `onRead` is told
 * each answer: {text, schedule, instants} or {problem}, with what was asked: {schedule} from the fields, or {text} in words.
 */
export function schedulePreview(onRead) {
  const text = h('p', { class: 'preview-text' });
  const moments = h('p', { class: 'preview-moments' });
  const element = h('div', { class: 'preview', 'aria-live': 'polite' }, text, moments);
  let timer = null;
  let waiting = null;
  let reading = Promise.resolve(null);
  let newest = 0;

  async function read(asked) {
    waiting = null;
    newest += 1;
    const mine = newest;
    const answer = await api.post('/habits/preview', { ...asked, count: COUNT }).catch((problem) => ({ problem }));
    if (mine !== newest) return null;
    show(answer, asked, { text, moments });
    onRead(answer, asked);
    return answer;
  }

  return {
    element,
    /** Reads it soon, when the hand has rested for a moment. */
    follow(asked) {
      waiting = asked;
      clearTimeout(timer);
      timer = setTimeout(() => {
        reading = read(asked);
      }, PATIENCE_MS);
    },
    /** Reads at once what is still waiting, and resolves when all is read. */
    async settle() {
      clearTimeout(timer);
      if (waiting) reading = read(waiting);
      await reading;
    },
  };
}

function show({ problem, text: words, instants = [], schedule }, asked, { text, moments }) {
  if (problem) {
    text.textContent = asked.text ? 'Not understood yet.' : (problem.fields?.[0]?.message ?? problem.message);
    moments.textContent = '';
    return;
  }
  const zone = (schedule ?? asked.schedule).timeZone ?? state.me.timeZone;
  text.textContent = words;
  const times = instants.map((at) => dateAndTime(at, zone, state.settings.timeFormat));
  moments.textContent = times.length > 0 ? `Next: ${times.join(' · ')}` : 'It would never be due: the date has passed.';
}
