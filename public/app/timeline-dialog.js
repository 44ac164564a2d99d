import { api } from './api.js';
import { openDialog } from './dialog.js';
import { h } from './dom.js';
import { clockTime, shortDate } from './format.js';

/** Why it rang, or did not: the whole story of one occurrence, in the server's words. */
export async function showTimeline(occurrence, title, { timeFormat }) {
  const { items } = await api.get(`/occurrences/${occurrence.id}/timeline`);
  openDialog({
    title: 'Why?',
    look: 'sheet-narrow',
    content: h(
      'div',
      { class: 'sheet-body' },
      h('p', { class: 'hint' }, `${title}, ${shortDate(occurrence.localDate)} at ${occurrence.localTime}`),
      items.length > 0
        ? h(
            'ol',
            { class: 'timeline', tabindex: '0', 'aria-label': 'What happened' },
            items.map((item) => step(item, occurrence.timeZone, timeFormat)),
          )
        : h('p', {}, 'Nothing has happened yet.'),
    ),
  });
}

function step({ at, kind, text }, timeZone, timeFormat) {
  return h(
    'li',
    { class: `step step-${kind}` },
    h('time', { datetime: at }, clockTime(at, timeZone, timeFormat)),
    h('p', {}, text),
  );
}
