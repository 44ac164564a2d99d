/** Browsers keep a page silent until a click. The sign-in click is that click; on a return to the page any first touch is. */
let context = null;
const unlockings = new Set();

export function isSoundUnlocked() {
  return context?.state === 'running';
}

/** Call it synchronously inside a click. Wakes the audio and lets the voice speak later, without a click. */
export function unlockSound() {
  context ??= new AudioContext();
  void context.resume().then(() => {
    if (isSoundUnlocked()) for (const listener of unlockings) listener();
  });
  primeVoice();
}

export function onSoundUnlocked(listener) {
  unlockings.add(listener);
}

/** Until it worked, every touch and key of the page tries again. */
export function unlockSoundOnFirstTouch() {
  const controller = new AbortController();
  onSoundUnlocked(() => controller.abort());
  for (const gesture of ['click', 'keydown']) {
    document.addEventListener(gesture, unlockSound, { capture: true, signal: controller.signal });
  }
}

/** The audio context, for whoever makes a sound; null while the page is still silent. */
export function audio() {
  // A phone call or a sleep may have suspended it; the next round of the ring will be heard.
  if (context && !isSoundUnlocked()) void context.resume();
  return isSoundUnlocked() ? context : null;
}

/** Safari lets speechSynthesis speak unasked only after it has spoken inside a click once; an empty utterance is enough. Asking for the voices makes Chrome load them. */
function primeVoice() {
  if (!('speechSynthesis' in window) || speechSynthesis.speaking) return;
  speechSynthesis.getVoices();
  const silence = new SpeechSynthesisUtterance(' ');
  silence.volume = 0;
  speechSynthesis.speak(silence);
}
