import { h } from './dom.js';
import { icon, mark } from './icons.js';

const LINE_WORDS = { open: 'Line open', connecting: 'Connecting…', lost: 'Reconnecting…' };

/** The bar at the top: whose phone it is, and whether the line is open. */
export function topView({ me, connection }) {
  return [
    h('p', { class: 'brand' }, mark(), 'Callivate'),
    h(
      'p',
      { class: `line-state line-${connection}`, role: 'status' },
      h('span', { class: 'dot', 'aria-hidden': 'true' }),
      LINE_WORDS[connection],
    ),
    h(
      'button',
      {
        id: 'open-settings',
        class: 'avatar',
        type: 'button',
        'data-action': 'open-settings',
        'aria-label': `Settings of ${me.name ?? me.email}`,
      },
      icon('settings'),
    ),
  ];
}
