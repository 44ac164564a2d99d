import { h } from './dom.js';
import { misfitWords } from './exceptions.js';
import { dateAndTime } from './format.js';
import { readSchedule } from './schedule-reading.js';
import { state } from './store.js';

const PATIENCE_MS = 300;

/**
 * The server's own reading of a schedule, beside the form that makes it: a sentence, the next moments, and the single changes
 * that go. `onRead` is told each answer, as `readSchedule` gives it with what `completed` adds to words, or {problem}; and what
 * was asked: {schedule} from the fields, or {text} in words.
 */
export function schedulePreview({ completed, onRead }) {
  const text = h('p', { class: 'preview-text' });
  const moments = h('p', { class: 'preview-moments' });
  const gone = h('p', { class: 'preview-gone' });
  const element = h('div', { class: 'preview', 'aria-live': 'polite' }, text, moments, gone);
  let timer = null;
  let waiting = null;
  let reading = Promise.resolve();
  let newest = 0;

  async function read(asked) {
    waiting = null;
    newest += 1;
    const mine = newest;
    const answer = await readSchedule(asked, completed).catch((problem) => ({ problem }));
    if (mine !== newest) return;
    show(answer, { text, moments, gone });
    onRead(answer, asked);
  }

  return {
    element,
    /** What it says of single changes that go; '' when none does. */
    get goneWords() {
      return gone.textContent;
    },
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

function show({ problem, text: words, instants, schedule, misfits }, { text, moments, gone }) {
  gone.textContent = problem ? '' : misfitWords(misfits);
  if (problem) {
    text.textContent = problem.fields?.[0]?.message ?? problem.message;
    moments.textContent = '';
    return;
  }
  text.textContent = words;
  const zone = schedule.timeZone ?? state.me.timeZone;
  const times = instants.map((at) => dateAndTime(at, zone, state.settings.timeFormat));
  moments.textContent = times.length > 0 ? `Next: ${times.join(' · ')}` : 'It would never be due: the date has passed.';
}
