import { h } from './dom.js';

/** A control under its name, perhaps with a hint beside the name. */
export function labelled(words, control, { hint = null, only = null } = {}) {
  control.id = `field-${control.name}`;
  const name = h(
    'div',
    { class: 'field-name' },
    h('label', { for: control.id }, words),
    hint ? h('small', {}, hint) : null,
  );
  return h('div', { class: 'field', 'data-for': only }, name, control);
}

/** A text-like input that knows which part of the request it fills. */
export function input(name, pointer, attributes) {
  return h('input', { name, 'data-pointer': pointer, autocomplete: 'off', ...attributes });
}

/** A list to choose from; `options` maps values to words. */
export function select(name, pointer, options, chosen, attributes = {}) {
  const choices = Object.entries(options).map(([value, words]) =>
    h('option', { value, selected: value === chosen }, words),
  );
  return h('select', { name, 'data-pointer': pointer, ...attributes }, choices);
}

/** Few things to choose one of, all in sight; `options` maps values to words. */
export function choice(name, pointer, legend, options, chosen) {
  const pills = Object.entries(options).map(([value, words]) => pill('radio', name, value, words, value === chosen));
  return h(
    'fieldset',
    { class: 'field', 'data-pointer': pointer },
    fieldLegend(legend),
    h('div', { class: 'pills' }, pills),
  );
}

export function pill(type, name, value, words, checked) {
  return h('label', { class: 'pill' }, h('input', { type, name, value, checked }), h('span', {}, words));
}

export function fieldLegend(words) {
  return h('legend', { class: 'field-name' }, words);
}
