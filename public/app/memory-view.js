import { h } from './dom.js';
import { dateAndTime } from './format.js';

/** What calls keep in mind about a habit, with the way to have it forgotten; null while there is nothing. */
export function memoryView(habitId, memory, { me, settings }) {
  if (!memory) return null;
  const { kind, text, saidAt, toldAt } = memory;
  const said = dateAndTime(saidAt, me.timeZone, settings.timeFormat);
  const forget = {
    id: 'forget-memory',
    class: 'quiet',
    type: 'button',
    'data-action': 'forget-memory',
    'data-habit': habitId,
    'aria-label': 'Forget what you said',
  };
  return h(
    'section',
    { id: 'memory', class: 'card', 'aria-labelledby': 'memory-title' },
    h(
      'header',
      { class: 'card-top' },
      h('h2', { id: 'memory-title' }, kind === 'reason' ? 'What kept you' : 'Your plan'),
    ),
    h(
      'div',
      { class: 'coming-line' },
      h(
        'p',
        {},
        `“${text}”`,
        h('small', { class: 'under' }, `${said}${toldAt ? '' : ' · the next call tells it back'}`),
      ),
      h('button', forget, 'Forget'),
    ),
  );
}
