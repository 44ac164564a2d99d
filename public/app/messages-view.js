import { h } from './dom.js';
import { dateAndTime } from './format.js';
import { icon } from './icons.js';

const SHOWN = 5;

/** The newest messages: what Callivate wrote when it did not call, or called in vain. Most of them ask; so one can answer. */
export function messagesView({ messages, today, me, settings }) {
  const view = (message) => messageView(message, openItemOf(message, today), me, settings);
  return h(
    'section',
    { id: 'messages', class: 'card', 'aria-labelledby': 'messages-title' },
    h('header', { class: 'card-top' }, h('h2', { id: 'messages-title' }, 'Messages')),
    messages.length > 0
      ? h('ul', { class: 'messages' }, messages.slice(0, SHOWN).map(view))
      : h('p', { class: 'hint' }, 'Nothing yet. When a call cannot reach you, a message does.'),
  );
}

function messageView({ id, title, body, createdAt }, open, me, { timeFormat }) {
  return h(
    'li',
    { id: `message-${id}` },
    h('p', { class: 'message-title' }, title),
    h('p', { class: 'message-body' }, body),
    h('time', { datetime: createdAt }, dateAndTime(createdAt, me.timeZone, timeFormat)),
    open ? doneButton(id, open) : null,
  );
}

function openItemOf({ occurrenceIds = [] }, { items }) {
  return items.find(({ occurrence }) => !occurrence.checkIn && occurrenceIds.includes(occurrence.id));
}

function doneButton(messageId, { occurrence, habit }) {
  const target = { 'data-occurrence': occurrence.id, 'data-status': 'completed' };
  const name = `Done: ${habit.title}, from the message`;
  return h(
    'button',
    {
      id: `answer-${messageId}`,
      class: 'small',
      type: 'button',
      'data-action': 'check-in',
      ...target,
      'aria-label': name,
    },
    icon('check'),
    'Done',
  );
}
