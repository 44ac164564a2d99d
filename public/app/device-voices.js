/** Whether this device can speak at all. */
export function canSpeak() {
  return 'speechSynthesis' in window && speechSynthesis.getVoices().length > 0;
}

/** Says `words` in a manner: {lang, pitch, rate, names}, of which `names` are parts of names of devices' voices, the best first. */
export function utteranceOf(words, { lang, pitch, rate, names }) {
  const utterance = new SpeechSynthesisUtterance(words);
  return Object.assign(utterance, { lang, pitch, rate, voice: bestVoice(lang, names) });
}

/** Stops in the middle of a word. */
export function silence() {
  if ('speechSynthesis' in window) speechSynthesis.cancel();
}

/** A voice that runs on this machine starts sooner and tells nobody else what it says. */
function bestVoice(lang, names) {
  const language = lang.slice(0, 2);
  const voices = speechSynthesis.getVoices().filter((voice) => voice.localService && voice.lang.startsWith(language));
  return named(voices, names) ?? voices.find((voice) => voice.lang === lang) ?? voices[0] ?? null;
}

function named(voices, names) {
  return names.map((name) => voices.find((voice) => voice.name.includes(name))).find(Boolean);
}
