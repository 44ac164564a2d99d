import { h } from './dom.js';
import { clearProblems, showProblems } from './form-problems.js';

/**
 * A small form that does one thing at once. What is wrong is shown in it, in the server's words; pressed again while it is at
 * work it does nothing. `send` is given what was filled in.
 */
export function instantForm(send, ...content) {
  const form = h(
    'form',
    { class: 'stack', novalidate: true },
    h('p', { class: 'form-problem', role: 'alert', tabindex: '-1' }),
    content,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void tryIn(form, () => send(Object.fromEntries(new FormData(form))));
  });
  return form;
}

const busy = new WeakSet();

/** Does the work of one of its buttons, under the same rules. */
export async function tryIn(form, work) {
  if (busy.has(form)) return;
  busy.add(form);
  clearProblems(form);
  try {
    await work();
  } catch (problem) {
    showProblems(form, problem);
  } finally {
    busy.delete(form);
  }
}
