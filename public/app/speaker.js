import { canSpeak, silence, utteranceOf } from './device-voices.js';
import { mannerOf } from './voices.js';

/** A calm voice says at least 12 characters a second; a silent reader is faster. Both with a little breath around. */
const SPOKEN_MS_PER_CHARACTER = 90;
const READ_MS_PER_CHARACTER = 18;
const BREATH_MS = 900;
const MUTE_KEY = 'callivate.voice-muted';

/**
 * Speaks sentences one after the other. A sentence is over when the browser says so or when its time is up, whichever comes
 * first: `onend` alone is not to be trusted (it never comes in several browsers, and not without a voice).
 * `voice` is how it sounds, null as the device sounds; `onSpeaking(true | false)` follows it.
 */
export function createSpeaker({ voice, onSpeaking }) {
  return new Speaker(voice, onSpeaking);
}

class Speaker {
  #queue = [];
  #current = null;
  #quiet = [];
  #voice;
  #onSpeaking;
  muted = localStorage.getItem(MUTE_KEY) === 'yes';

  constructor(voice, onSpeaking) {
    this.#voice = voice;
    this.#onSpeaking = onSpeaking;
  }

  say(words, lang = 'en-US') {
    this.#queue.push({ words, manner: mannerOf(this.#voice, lang) });
    if (!this.#current) this.#next();
  }

  setMuted(muted) {
    this.muted = muted;
    localStorage.setItem(MUTE_KEY, muted ? 'yes' : 'no');
    if (muted) silence();
  }

  /** Stops in the middle of a word. Tells what had been said by then, or null when nothing was being said. */
  cutOff() {
    const current = this.#current;
    this.#queue = [];
    if (!current) return null;
    const durationMs = Math.round(performance.now() - current.startedAt);
    const share = Math.min(1, durationMs / current.expectedMs);
    const said = current.words.slice(0, current.heardUntil ?? Math.round(share * current.words.length));
    this.#finish(current);
    silence();
    return { said, durationMs };
  }

  /** Resolves when everything has been said. */
  whenQuiet() {
    return this.#current ? new Promise((resolve) => this.#quiet.push(resolve)) : Promise.resolve();
  }

  #next() {
    const { words, manner } = this.#queue.shift();
    const aloud = !this.muted && canSpeak();
    const msPerCharacter = aloud ? SPOKEN_MS_PER_CHARACTER / manner.rate : READ_MS_PER_CHARACTER;
    const expectedMs = BREATH_MS + words.length * msPerCharacter;
    const current = { words, expectedMs, startedAt: performance.now(), heardUntil: null };
    this.#current = current;
    this.#onSpeaking(true);
    current.timer = setTimeout(() => this.#finish(current), expectedMs);
    if (aloud) utter(current, manner, () => this.#finish(current));
  }

  #finish(current) {
    if (this.#current !== current) return;
    clearTimeout(current.timer);
    this.#current = null;
    if (this.#queue.length > 0) {
      this.#next();
      return;
    }
    this.#onSpeaking(false);
    for (const resolve of this.#quiet.splice(0)) resolve();
  }
}

function utter(current, manner, onOver) {
  const utterance = utteranceOf(current.words, manner);
  utterance.addEventListener('end', onOver);
  utterance.addEventListener('error', onOver);
  utterance.addEventListener('boundary', ({ charIndex }) => {
    current.heardUntil = charIndex;
  });
  // Chrome forgets an utterance nobody holds, and with it its events.
  current.utterance = utterance;
  speechSynthesis.speak(utterance);
}
