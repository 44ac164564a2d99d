import { state } from './store.js';

/** How a voice is spoken of which nothing is known: as the device speaks. */
const AS_THE_DEVICE = { pitch: 1, rate: 1, names: [] };

/** The voice of that id; null when it is not known here, such as while the voices cannot be read. */
export function voiceById(id) {
  return state.voices.find((voice) => voice.id === id) ?? null;
}

/** How the device comes near to `voice` in a language: {lang, pitch, rate, names}. `lang` stays the one that was asked for. */
export function mannerOf(voice, lang) {
  const language = lang.slice(0, 2);
  const spoken = voice?.languages.find((one) => one.language === language);
  return { ...AS_THE_DEVICE, ...spoken?.browser, lang };
}

/** The favourites first, otherwise as the server lists them. */
export function favouritesFirst(voices) {
  return [...voices].sort((one, other) => Number(other.isFavourite) - Number(one.isFavourite));
}
