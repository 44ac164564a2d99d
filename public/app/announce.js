import { byId, h } from './dom.js';

const TOAST_MS = 6_000;
const MOST_TOASTS = 3;

/** Says something to a screen reader without moving anything on the screen. */
export function sayPolitely(words) {
  say('said-politely', words);
}

/** For what cannot wait: the phone is ringing. */
export function sayAtOnce(words) {
  say('said-at-once', words);
}

/**
 * A small card that comes and goes by itself; it stays while the pointer or the focus is on it. `way` ({words, take}) is a way
 * back from what it tells.
 */
export function toast({ title, body = '', tone = 'calm', way = null }) {
  const close = h('button', { class: 'quiet', type: 'button', onclick: () => card.remove() }, 'Close');
  const card = h(
    'div',
    { class: `toast toast-${tone}` },
    h('div', {}, h('strong', {}, title), body ? h('p', {}, body) : null),
    h('div', { class: 'toast-ways' }, way ? wayBack(way, () => card.remove()) : null, close),
  );
  const toasts = byId('toasts');
  toasts.append(card);
  (openSheet() ?? document.body).append(toasts);
  sayPolitely(body ? `${title}. ${body}` : title);
  leaveLater(card);
  while (toasts.children.length > MOST_TOASTS) toasts.firstChild.remove();
}

function wayBack({ words, take }, close) {
  const follow = () => {
    close();
    take();
  };
  return h('button', { class: 'quiet', type: 'button', onclick: follow }, words);
}

export function toastProblem(problem) {
  toast({ title: problem.message, tone: 'bad' });
}

/** An open dialog covers everything else, the news included, unless they are inside it. */
function openSheet() {
  return [...document.querySelectorAll('dialog.sheet[open]')].at(-1);
}

function leaveLater(card) {
  setTimeout(() => {
    if (card.matches(':hover, :focus-within')) leaveLater(card);
    else card.remove();
  }, TOAST_MS);
}

/** The same words twice in a row are a change too: the region is emptied first. */
function say(id, words) {
  const region = byId(id);
  region.textContent = '';
  setTimeout(() => {
    region.textContent = words;
  }, 50);
}
