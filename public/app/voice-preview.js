import { api } from './api.js';
import { canSpeak, silence, utteranceOf } from './device-voices.js';
import { audio, unlockSound } from './sound.js';

/** What is being heard: {stop}; a new one takes its place, also while the old one is still on its way. */
let current = null;

/**
 * Lets a voice say its sample: in the server's audio if there is any, else by the device. Call it synchronously inside a click.
 * Answers a sentence to show when it does not sound as it will, or not at all; null otherwise.
 */
export async function hear(voiceId) {
  stopPreview();
  unlockSound();
  const preview = { stop: () => undefined };
  current = preview;
  const line = await api.post(`/voices/${voiceId}/preview`);
  if (current !== preview) return null;
  if (line.audio && (await play(line.audio, preview))) return null;
  return speak(line, preview);
}

/** Whoever leaves, or is called, hears no more of it. */
export function stopPreview() {
  current?.stop();
  current = null;
}

/** Whether it plays: a page may still be silent, and a browser may not know the kind of audio. */
async function play({ base64 }, preview) {
  const context = audio();
  const sound = await context?.decodeAudioData(bytesOf(base64)).catch(() => null);
  if (!sound) return false;
  if (current !== preview) return true;
  const source = context.createBufferSource();
  source.buffer = sound;
  source.connect(context.destination);
  source.start();
  preview.stop = () => source.stop();
  return true;
}

function speak({ text, browser, fallback }, preview) {
  if (!canSpeak()) return `This browser has no voice of its own. It would say: “${text}”`;
  // Chrome forgets an utterance nobody holds.
  preview.utterance = utteranceOf(text, browser);
  preview.stop = silence;
  silence();
  speechSynthesis.speak(preview.utterance);
  return fallback;
}

function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer;
}
