import { h } from './dom.js';

/** A part of the settings, folded up under its name. `onOpen` runs each time it is unfolded. */
export function settingsSection(id, title, content, onOpen = () => undefined) {
  const fold = h(
    'details',
    { id: `settings-${id}`, class: 'fold' },
    h('summary', {}, title),
    h('div', { class: 'stack' }, content),
  );
  fold.addEventListener('toggle', () => {
    if (fold.open) onOpen();
  });
  return fold;
}
