import { byId, h } from './dom.js';
import { icon } from './icons.js';
import { whyNoMicrophone } from './listener.js';

const KEYS = [
  { digit: '1', means: 'Done' },
  { digit: '2', means: 'Not yet' },
  { digit: '3', means: 'Skip' },
  { digit: '9', means: 'Stop calling' },
];

/** The talk: what was said so far, and the three ways to answer. `voice` is the name of who speaks; null while none is known. */
export function showTalk({ title, voice }, handlers) {
  const transcript = h('ol', {
    class: 'transcript',
    role: 'log',
    'aria-label': 'What is said',
    'aria-live': 'polite',
    tabindex: '0',
  });
  const line = lineWriter(transcript);
  return {
    content: [header(title, voice, handlers), transcript, answers(handlers)],
    showSaying: (words, last) => line.grow('callivate', words, last),
    showHearing: (words) => line.grow('person', words, false),
    showAnswer: (words) => line.grow('person', words, true),
    showKey: (digit) => line.grow('person', keyInWords(digit), true),
    showListening,
    showMuted,
  };
}

/** Keys of the keyboard are keys of the phone, except while typing; any letter starts typing; Escape cuts the voice off. */
export function talkKeys(_talk, { press, cutIn }) {
  return (event) => {
    const typing = event.target.matches('input');
    if (event.key === 'Escape') cutIn();
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (KEYS.some(({ digit }) => digit === event.key)) press(event.key);
    else if (/^\p{L}$/u.test(event.key)) byId('call-words').focus();
  };
}

function header(title, voice, { mute, hangUp }) {
  return h(
    'header',
    { class: 'talk-top' },
    h(
      'div',
      {},
      h('p', { class: 'call-from' }, voice ? `Talking with Callivate · ${voice}` : 'Talking with Callivate'),
      h('h2', { id: 'call-title', tabindex: '-1' }, title),
    ),
    h(
      'div',
      { class: 'talk-tools' },
      h(
        'button',
        { id: 'call-mute', class: 'tool', type: 'button', 'aria-pressed': 'false', onclick: () => showMuted(mute()) },
        icon('sound'),
        h('span', {}, 'Mute'),
      ),
      h(
        'button',
        { id: 'call-hang-up', class: 'tool tool-bad', type: 'button', onclick: hangUp },
        icon('hang-up'),
        h('span', {}, 'Hang up'),
      ),
    ),
  );
}

function answers(handlers) {
  return h(
    'div',
    { class: 'call-land' },
    h(
      'div',
      { class: 'keypad', role: 'group', 'aria-label': 'Keypad' },
      KEYS.map((key) => keyButton(key, handlers)),
    ),
    h('div', { class: 'say-row' }, wordsForm(handlers), whyNoMicrophone() ? null : microphoneButton(handlers)),
    h(
      'p',
      { id: 'call-about', class: 'small-print' },
      whyNoMicrophone() ??
        'With the microphone, the maker of your browser hears you and turns it into text. Callivate gets the words only.',
    ),
  );
}

function keyButton({ digit, means }, { press }) {
  return h(
    'button',
    { id: `call-key-${digit}`, class: 'key', type: 'button', onclick: () => press(digit) },
    h('b', {}, digit),
    h('span', {}, means),
  );
}

function wordsForm({ say, press, begin }) {
  const input = h('input', {
    id: 'call-words',
    class: 'say',
    type: 'text',
    autocomplete: 'off',
    maxlength: '500',
    enterkeyhint: 'send',
    placeholder: 'Say it in your own words',
    'aria-label': 'Your answer',
    oninput: () => begin(input.value),
  });
  const onsubmit = (event) => {
    event.preventDefault();
    const words = input.value.trim();
    if (!words) return;
    input.value = '';
    if (KEYS.some(({ digit }) => digit === words)) press(words);
    else say(words);
  };
  return h(
    'form',
    { class: 'say-form', onsubmit },
    input,
    h('button', { class: 'send', type: 'submit', 'aria-label': 'Send' }, icon('send')),
  );
}

function microphoneButton({ listen }) {
  return h(
    'button',
    {
      id: 'call-listen',
      class: 'microphone',
      type: 'button',
      'aria-pressed': 'false',
      'aria-label': 'Answer by voice',
      onclick: listen,
    },
    icon('microphone'),
  );
}

function showListening(listening, reason = null) {
  byId('call-listen')?.setAttribute('aria-pressed', String(listening));
  if (reason) byId('call-about').textContent = reason;
}

function showMuted(muted) {
  const button = byId('call-mute');
  button.setAttribute('aria-pressed', String(muted));
  button.replaceChildren(icon(muted ? 'muted' : 'sound'), h('span', {}, 'Mute'));
}

/** One line per turn: it grows while the words come, and is closed by the last of them. */
function lineWriter(transcript) {
  let open = null;
  return {
    grow(speaker, words, last) {
      if (open?.dataset.speaker !== speaker) open = null;
      open ??= newLine(transcript, speaker);
      open.lastChild.textContent = words;
      if (last) open = null;
      transcript.scrollTo({ top: transcript.scrollHeight });
    },
  };
}

function newLine(transcript, speaker) {
  const line = h(
    'li',
    { class: `line line-${speaker}`, 'data-speaker': speaker },
    h('span', { class: 'visually-hidden' }, speaker === 'person' ? 'You: ' : 'Callivate: '),
    h('span', {}),
  );
  transcript.append(line);
  return line;
}

function keyInWords(pressed) {
  const { means } = KEYS.find(({ digit }) => digit === pressed);
  return `${pressed} · ${means}`;
}
