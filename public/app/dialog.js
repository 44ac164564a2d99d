import { byId, giveFocusBack, h } from './dom.js';
import { icon } from './icons.js';

/**
 * Opens a dialog over the page. Focus goes to its first field or its title, stays inside, and returns to where it was.
 * Returns {close}. A click beside it closes it, unless there is something half written in it.
 */
export function openDialog({ title, content, onClose = () => undefined, look = '' }) {
  const id = `dialog-${crypto.getRandomValues(new Uint32Array(1))[0]}`;
  const returnTo = document.activeElement;
  const close = () => dialog.close();
  const dialog = h(
    'dialog',
    { class: `sheet ${look}`, 'aria-labelledby': id },
    h(
      'header',
      { class: 'sheet-top' },
      h('h2', { id, tabindex: '-1' }, title),
      h('button', { class: 'round-quiet', type: 'button', 'aria-label': 'Close', onclick: close }, icon('cross')),
    ),
    content,
  );
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog && !dialog.querySelector('form')) close();
  });
  dialog.addEventListener('close', () => {
    document.body.append(byId('toasts'));
    dialog.remove();
    giveFocusBack(returnTo);
    onClose();
  });
  document.body.append(dialog);
  dialog.showModal();
  (dialog.querySelector('[autofocus]') ?? dialog.querySelector(`#${id}`)).focus();
  return { close };
}
