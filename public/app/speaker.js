/** A calm voice says at least 12 characters a second; a silent reader is faster. Both with a little breath around. */
const SPOKEN_MS_PER_CHARACTER = 90;
const READ_MS_PER_CHARACTER = 18;
const BREATH_MS = 900;
const MUTE_KEY = 'callivate.voice-muted';

/**
 * Speaks sentences one after the other. A sentence is over when the browser says so or when its time is up, whichever comes
 * first: `onend` alone is not to be trusted (it never comes in several browsers, and not without a voice).
 * `onSpeaking(true | false)` follows the voice.
 */
export function createSpeaker({ onSpeaking }) {
  return new Speaker(onSpeaking);
}

class Speaker {
  #queue = [];
  #current = null;
  #quiet = [];
  #onSpeaking;
  muted = localStorage.getItem(MUTE_KEY) === 'yes';

  constructor(onSpeaking) {
    this.#onSpeaking = onSpeaking;
  }

  say(words, lang = 'en-US') {
    this.#queue.push({ words, lang });
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
    const { words, lang } = this.#queue.shift();
    const aloud = !this.muted && hasVoice();
    const expectedMs = BREATH_MS + words.length * (aloud ? SPOKEN_MS_PER_CHARACTER : READ_MS_PER_CHARACTER);
    const current = { words, expectedMs, startedAt: performance.now(), heardUntil: null };
    this.#current = current;
    this.#onSpeaking(true);
    current.timer = setTimeout(() => this.#finish(current), expectedMs);
    if (aloud) utter(current, lang, () => this.#finish(current));
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

function utter(current, lang, onOver) {
  const utterance = new SpeechSynthesisUtterance(current.words);
  utterance.lang = lang;
  utterance.voice = bestVoice(lang);
  utterance.addEventListener('end', onOver);
  utterance.addEventListener('error', onOver);
  utterance.addEventListener('boundary', ({ charIndex }) => {
    current.heardUntil = charIndex;
  });
  // Chrome forgets an utterance nobody holds, and with it its events.
  current.utterance = utterance;
  speechSynthesis.speak(utterance);
}

/** A voice that runs on this machine starts sooner and tells nobody else what it says. */
function bestVoice(lang) {
  const language = lang.slice(0, 2);
  const voices = speechSynthesis.getVoices().filter((voice) => voice.lang.startsWith(language));
  return (
    voices.find((voice) => voice.lang === lang && voice.localService) ??
    voices.find((voice) => voice.localService) ??
    null
  );
}

function hasVoice() {
  return 'speechSynthesis' in window && speechSynthesis.getVoices().length > 0;
}

function silence() {
  if ('speechSynthesis' in window) speechSynthesis.cancel();
}
