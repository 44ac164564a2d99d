import { byId, giveFocusBack, h } from './dom.js';
import { icon } from './icons.js';
import { sky } from './sky.js';
import { showTalk, talkKeys } from './talk-screen.js';

/** Somebody who was typing when the phone rang must not answer it with the Enter meant for the form. */
const TYPING = 'input, textarea, select, [contenteditable]';

let element = null;
let onKey = () => undefined;
let talk = null;
let returnTo = null;

/** The full-screen moment: it rings, they talk, it says how it went. It holds no state of the call, it only shows. */
export const callScreen = {
  showRinging({ about, voice }, { answer, decline, silence }) {
    const wasTyping = document.activeElement?.matches(TYPING) ?? false;
    open();
    fill('ringing', ringing({ about, voice, answer, decline, silence }));
    onKey = (event) => {
      if (event.key === 'Escape') silence();
    };
    byId(wasTyping ? 'call-title' : 'call-answer').focus();
  },
  showSilenced() {
    element.dataset.silenced = 'yes';
    byId('call-silence').replaceChildren('Silenced. You can still answer.');
    byId('call-silence').disabled = true;
  },
  showConnecting() {
    element.dataset.phase = 'connecting';
    byId('call-hint').textContent = 'Connecting…';
    byId('call-title').focus();
    for (const button of element.querySelectorAll('button')) button.disabled = true;
  },
  showTalking(voice, handlers) {
    const title = byId('call-title').textContent;
    talk = showTalk({ title, voice }, handlers);
    fill('talking', talk.content);
    onKey = talkKeys(talk, handlers);
    byId('call-title').focus();
  },
  showSaying: (words, last) => talk.showSaying(words, last),
  showSpeaking: (speaking) => element.classList.toggle('is-speaking', speaking),
  showHearing: (words) => talk.showHearing(words),
  showListening: (listening, reason = null) => talk.showListening(listening, reason),
  showMuted: (muted) => talk.showMuted(muted),
  showAnswer: (words) => talk.showAnswer(words),
  showKey: (digit) => talk.showKey(digit),
  showOutcome(outcome, { close }) {
    open();
    fill(`outcome outcome-${outcome.tone}`, outcomeContent(outcome, close));
    onKey = (event) => {
      if (event.key === 'Escape') close();
    };
    byId('call-close').focus();
  },
  close() {
    onKey = () => undefined;
    if (!element?.open) return;
    element.close();
    element.replaceChildren();
    giveFocusBack(returnTo);
    returnTo = null;
  },
};

function open() {
  element ??= prepare();
  if (element.open) return;
  returnTo = document.activeElement;
  element.showModal();
}

/** Escape never closes the dialog by itself: what it does depends on the phase, and it never hangs up. */
function prepare() {
  const dialog = byId('call');
  dialog.addEventListener('cancel', (event) => event.preventDefault());
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') event.preventDefault();
    onKey(event);
  });
  return dialog;
}

function fill(phase, content) {
  element.dataset.phase = phase.split(' ')[0];
  element.className = `call ${phase}`;
  delete element.dataset.silenced;
  element.replaceChildren(...content);
}

function ringing({ about, voice, answer, decline, silence }) {
  return [
    sky(),
    h(
      'div',
      { class: 'call-words' },
      h('p', { class: 'call-from' }, voice ? `Callivate · ${voice}` : 'Callivate calls'),
      h('h2', { id: 'call-title', tabindex: '-1' }, about),
      h('p', { id: 'call-about', class: 'call-hint' }, 'An AI voice asks whether it is done.'),
    ),
    h(
      'div',
      { class: 'call-land' },
      h('p', { id: 'call-hint', class: 'call-hint', role: 'status' }),
      h(
        'div',
        { class: 'call-choices' },
        roundButton({ id: 'call-decline', tone: 'bad', name: 'Decline', drawing: 'hang-up', onclick: decline }),
        roundButton({ id: 'call-answer', tone: 'good', name: 'Answer', drawing: 'phone', onclick: answer }),
      ),
      h('button', { id: 'call-silence', class: 'call-quiet', type: 'button', onclick: silence }, 'Silence the ring'),
    ),
  ];
}

function roundButton({ id, tone, name, drawing, onclick }) {
  return h(
    'button',
    { id, class: `round round-${tone}`, type: 'button', onclick },
    h('span', { class: 'round-disc' }, icon(drawing)),
    h('span', {}, name),
  );
}

function outcomeContent({ title, body, streak }, close) {
  return [
    sky(streak),
    h(
      'div',
      { class: 'call-words' },
      h('p', { class: 'call-from' }, 'Call ended'),
      h('h2', { id: 'call-title', tabindex: '-1' }, title),
      h('p', { id: 'call-about', class: 'call-hint' }, body),
    ),
    h(
      'div',
      { class: 'call-land' },
      h(
        'button',
        {
          id: 'call-close',
          class: 'primary wide',
          type: 'button',
          'aria-describedby': 'call-title call-about',
          onclick: close,
        },
        'Back to today',
      ),
    ),
  ];
}
