import { h } from './dom.js';

/** The sun at the horizon, the one picture of the product; after a good call it carries the streak. */
export function sky(streak = null) {
  const ripples = [1, 2, 3].map(() => h('span', { class: 'ripple' }));
  return h(
    'div',
    { class: 'sky', 'aria-hidden': 'true' },
    ripples,
    h('span', { class: 'sun' }, streak ? h('b', {}, streak) : null),
  );
}
