import { openDialog } from './dialog.js';
import { h } from './dom.js';

/** Asks before what cannot be undone. True: go on. */
export function confirmed({ title, words, yes }) {
  return new Promise((resolve) => {
    let answer = false;
    const agree = () => {
      answer = true;
      dialog.close();
    };
    const dialog = openDialog({
      title,
      look: 'sheet-narrow',
      content: h(
        'div',
        { class: 'sheet-body stack' },
        h('p', {}, words),
        h(
          'div',
          { class: 'sheet-actions' },
          h('button', { class: 'primary is-bad', type: 'button', onclick: agree }, yes),
          h('button', { class: 'quiet', type: 'button', onclick: () => dialog.close() }, 'Leave it as it is'),
        ),
      ),
      onClose: () => resolve(answer),
    });
  });
}
