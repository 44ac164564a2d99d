import { h } from './dom.js';

/**
 * Puts the server's sentences where they belong: each at the field its JSON pointer names (a field carries `data-pointer`; the
 * longest beginning wins, so `/schedule/times/1` finds the times; of several for one pointer the last in sight), what fits no
 * field at the top. Focus goes to the first.
 */
export function showProblems(form, problem) {
  clearProblems(form);
  const homeless = [];
  for (const { pointer, message } of problem.fields ?? []) {
    const field = fieldFor(form, pointer);
    if (field) attach(field, message);
    else homeless.push(message);
  }
  form.dataset.problem = 'shown';
  if (homeless.length > 0 || !problem.fields?.length) showAtTop(form, homeless.join(' ') || problem.message);
  (form.querySelector('[aria-invalid]') ?? form.querySelector('.form-problem')).focus();
}

export function clearProblems(form) {
  for (const note of form.querySelectorAll('.field-problem')) note.remove();
  delete form.dataset.problem;
  for (const control of form.querySelectorAll('[aria-invalid]')) {
    control.removeAttribute('aria-invalid');
    control.removeAttribute('aria-describedby');
  }
  showAtTop(form, '');
}

function fieldFor(form, pointer) {
  const steps = pointer.split('/');
  while (steps.length > 1) {
    const field = [...form.querySelectorAll('[data-pointer]')].findLast(
      (candidate) => candidate.dataset.pointer === steps.join('/') && !candidate.closest('[hidden]'),
    );
    if (field) return field;
    steps.pop();
  }
  return null;
}

function attach(field, message) {
  const id = `problem${field.dataset.pointer.replaceAll('/', '-')}`;
  const control = field.matches('input, select, textarea')
    ? field
    : field.querySelector('input, select, textarea, button');
  control?.setAttribute('aria-invalid', 'true');
  control?.setAttribute('aria-describedby', id);
  for (let fold = field.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  const home = field.matches('input, select, textarea') ? field.closest('.field, .time') : field;
  home.append(h('p', { class: 'field-problem', id }, message));
}

function showAtTop(form, words) {
  const place = form.querySelector('.form-problem');
  place.textContent = words;
}
