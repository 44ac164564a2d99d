const Recognition = window.SpeechRecognition ?? window.webkitSpeechRecognition;

/** Why there is no microphone here, as a sentence; null when there is one. */
export function whyNoMicrophone() {
  if (!Recognition) return 'This browser cannot turn speech into text. Type, or press a key.';
  if (!window.isSecureContext) return 'A microphone needs https or localhost. Type, or press a key.';
  return null;
}

/**
 * Hears one answer by the browser's own speech recognition. `onHearing(words)` while somebody speaks, `onHeard(words)` once
 * with the whole answer, `onStopped(sentence | null)` when it listens no more, with the reason when it could not.
 */
export function createListener({ onHearing, onHeard, onStopped }) {
  let recognition = null;
  const stop = () => recognition?.stop();
  const start = () => {
    if (recognition || whyNoMicrophone()) return;
    recognition = begin({
      onHearing,
      onHeard,
      onStopped: (sentence) => {
        recognition = null;
        onStopped(sentence);
      },
    });
  };
  const abandon = () => recognition?.abort();
  return { start, stop, abandon, isListening: () => recognition !== null };
}

function begin({ onHearing, onHeard, onStopped }) {
  const recognition = new Recognition();
  let reason = null;
  Object.assign(recognition, { lang: 'en-US', interimResults: true, continuous: false, maxAlternatives: 1 });
  recognition.onresult = ({ results }) => {
    const words = [...results]
      .map(([best]) => best.transcript)
      .join('')
      .trim();
    onHearing(words);
    if (results[results.length - 1].isFinal && words) onHeard(words);
  };
  recognition.onerror = ({ error }) => {
    reason = sentenceFor(error);
  };
  recognition.onend = () => onStopped(reason);
  recognition.start();
  return recognition;
}

function sentenceFor(error) {
  if (error === 'not-allowed' || error === 'service-not-allowed')
    return 'The microphone is not allowed here. Type, or press a key.';
  if (error === 'audio-capture') return 'No microphone was found. Type, or press a key.';
  if (error === 'network') return 'The browser could not reach its speech service. Type, or press a key.';
  return null;
}
