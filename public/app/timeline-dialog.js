import { api } from './api.js';
import { openDialog } from './dialog.js';
import { h } from './dom.js';
import { clockTime, shortDate } from './format.js';
import { pastWords } from './occurrence-words.js';

/** Why it rang, or did not: the whole story of one occurrence, in the server's words. */
export async function showTimeline(occurrence, habit, { timeFormat }) {
  const [{ items }, words] = await Promise.all([
    api.get(`/occurrences/${occurrence.id}/timeline`),
    api.find(`/occurrences/${occurrence.id}/check-ins`),
  ]);
  openDialog({
    title: 'Why?',
    look: 'sheet-narrow',
    content: h(
      'div',
      { class: 'sheet-body' },
      h(
        'p',
        { class: 'hint' },
        `${habit?.title ?? 'A habit'}, ${shortDate(occurrence.localDate)} at ${occurrence.localTime}`,
      ),
      items.length > 0
        ? h(
            'ol',
            { class: 'timeline', tabindex: '0', 'aria-label': 'What happened' },
            items.map((item) => step(item, occurrence.timeZone, timeFormat)),
          )
        : h('p', {}, 'Nothing has happened yet.'),
      everyWord(words?.items ?? [], habit, occurrence.timeZone, timeFormat),
    ),
  });
}

/** Every word that was given about it, the newest last. */
function everyWord(words, habit, timeZone, timeFormat) {
  if (words.length === 0) return null;
  return [
    h('h3', { class: 'section-title' }, 'What you said'),
    h(
      'ol',
      { id: 'words', class: 'words' },
      words.map((word) => h('li', {}, pastWords(word, habit, timeZone, timeFormat))),
    ),
  ];
}

function step({ at, kind, text }, timeZone, timeFormat) {
  return h(
    'li',
    { class: `step step-${kind}` },
    h('time', { datetime: at }, clockTime(at, timeZone, timeFormat)),
    h('p', {}, text),
  );
}
