import { createListener } from './listener.js';
import { openRelay } from './relay.js';
import { createSpeaker } from './speaker.js';

const MICROPHONE_KEY = 'callivate.answers-by-voice';

/** In milliseconds; Callivate takes six seconds without a word for silence. */
const TELL_EVERY = 2000;

/**
 * One talk over an open line: what Callivate says is spoken and shown; what the person answers, by voice, words or keys, is
 * sent. Speaking into it cuts the voice off, as on any phone. `onOver(reason)` comes once, after the last sentence has been
 * said; the reason is null after a proper goodbye. `voice` is the one it is held in, null while none is known.
 */
export class Conversation {
  #screen;
  #onOver;
  #speaker;
  #listener;
  #relay;
  #sentence = '';
  #ending = false;
  #toldUntil = 0;
  #over = false;

  constructor({ callId, relayUrl, voice, screen, onOver }) {
    this.#screen = screen;
    this.#onOver = onOver;
    this.#speaker = createSpeaker({ voice, onSpeaking: (speaking) => this.#speakingChanged(speaking) });
    this.#listener = createListener({
      onHearing: (words) => {
        screen.showHearing(words);
        this.beginAnswer(words);
      },
      onHeard: (words) => this.answer(words),
      onStopped: (reason) => this.#listeningStopped(reason),
    });
    this.#relay = openRelay({
      relayUrl,
      callId,
      onText: (message) => this.#textCame(message),
      onEnd: () => this.#end(null),
      onDrop: (reason) => this.#end(reason || 'Callivate will ask again.'),
    });
  }

  answer(words) {
    this.cutIn();
    this.#listener.abandon();
    this.#screen.showAnswer(words);
    this.#relay.say(words);
  }

  /** Somebody is in the middle of an answer: told now and then, so that it is not taken for silence. */
  beginAnswer(words) {
    if (Date.now() < this.#toldUntil) return;
    this.#toldUntil = Date.now() + TELL_EVERY;
    this.#relay.hearing(words);
  }

  press(digit) {
    this.cutIn();
    this.#listener.abandon();
    this.#screen.showKey(digit);
    this.#relay.press(digit);
  }

  /** Speaks into what is being said: the voice stops, and Callivate learns how far it had come. */
  cutIn() {
    const cut = this.#speaker.cutOff();
    if (cut) this.#relay.interrupt(cut.said, cut.durationMs);
  }

  /** The microphone, on and off. Once on, it opens by itself after each question, in later calls too. */
  toggleListening() {
    const wanted = !this.#listener.isListening();
    localStorage.setItem(MICROPHONE_KEY, wanted ? 'yes' : 'no');
    if (wanted) this.#listen();
    else this.#listener.stop();
  }

  toggleMuted() {
    this.#speaker.setMuted(!this.#speaker.muted);
    return this.#speaker.muted;
  }

  get isMuted() {
    return this.#speaker.muted;
  }

  hangUp() {
    this.#ending = true;
    this.#listener.abandon();
    this.#speaker.cutOff();
    this.#relay.hangUp();
    this.#finish(null);
  }

  #textCame({ token, last = true, lang }) {
    this.#sentence = joined(this.#sentence, token);
    this.#screen.showSaying(this.#sentence, last);
    if (!last) return;
    this.#speaker.say(this.#sentence, lang);
    this.#sentence = '';
  }

  #speakingChanged(speaking) {
    this.#screen.showSpeaking(speaking);
    if (speaking) this.#listener.abandon();
    else if (!this.#ending && localStorage.getItem(MICROPHONE_KEY) === 'yes') this.#listen();
  }

  #listen() {
    this.cutIn();
    this.#listener.start();
    this.#screen.showListening(this.#listener.isListening());
  }

  #listeningStopped(reason) {
    this.#screen.showListening(false, reason);
    if (reason) localStorage.removeItem(MICROPHONE_KEY);
  }

  async #end(reason) {
    this.#ending = true;
    this.#listener.abandon();
    await this.#speaker.whenQuiet();
    this.#finish(reason);
  }

  #finish(reason) {
    if (this.#over) return;
    this.#over = true;
    this.#onOver(reason);
  }
}

/** Tokens may be pieces of words or whole sentences; only after a finished sentence a missing space is ours to add. */
function joined(said, token) {
  return /[.?!…]["”’]?$/.test(said) && /^\S/.test(token) ? `${said} ${token}` : said + token;
}
