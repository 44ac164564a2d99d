/** Runs before the page: a browser with voices, which says nothing aloud but remembers what it was told to say. */
(() => {
  const voice = (name, lang, localService) => ({ name, lang, localService });
  const voices = [
    voice('Plain English', 'en-US', true),
    voice('Microsoft Zira', 'en-US', true),
    voice('Microsoft Aria Online', 'en-US', false),
    voice('Microsoft Katja', 'de-DE', true),
  ];
  window.spoken = [];
  window.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) {
      super();
      this.text = text;
    }
  };
  const speak = (utterance) => {
    const { text, lang, pitch, rate, voice: chosen } = utterance;
    if (text.trim()) window.spoken.push({ text, lang, pitch, rate, by: chosen?.name ?? null });
    setTimeout(() => utterance.dispatchEvent(new Event('end')));
  };
  const cancel = () => undefined;
  Object.defineProperty(window, 'speechSynthesis', {
    value: { speaking: false, getVoices: () => voices, speak, cancel },
  });
})();
