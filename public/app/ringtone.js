import { audio } from './sound.js';

/** Two rising chimes, then a pause in which a person can think: hertz, and seconds after the start of the round. */
const ROUND = [
  { hertz: 659.26, at: 0 },
  { hertz: 830.61, at: 0.18 },
  { hertz: 987.77, at: 0.36 },
  { hertz: 659.26, at: 0.9 },
  { hertz: 830.61, at: 1.08 },
  { hertz: 1318.51, at: 1.26 },
];
const ROUND_MS = 3_000;
const CHIME_SECONDS = 1.4;
const BUZZ_MS = [220, 120, 220];

/** Rings until the returned function is called. Made from sine waves, so that nothing has to be loaded when it matters. */
export function startRinging() {
  let round = playRound();
  const rounds = setInterval(() => {
    round = playRound();
  }, ROUND_MS);
  return () => {
    clearInterval(rounds);
    round?.disconnect();
    navigator.vibrate?.(0);
  };
}

/** One round through a node of its own, so that unplugging that node silences even the chimes already planned. */
function playRound() {
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(BUZZ_MS);
  const context = audio();
  if (!context) return null;
  const round = new GainNode(context);
  round.connect(context.destination);
  for (const { hertz, at } of ROUND) chime(round, hertz, context.currentTime + 0.02 + at);
  return round;
}

/** A struck bar: the tone and a quiet partial two octaves up, both dying away. */
function chime(output, hertz, start) {
  strike(output, hertz, start, 0.22, CHIME_SECONDS);
  strike(output, hertz * 4, start, 0.035, CHIME_SECONDS / 4);
}

function strike(output, hertz, start, loudness, seconds) {
  const tone = new OscillatorNode(output.context, { type: 'sine', frequency: hertz });
  const swell = new GainNode(output.context, { gain: 0 });
  swell.gain.setValueAtTime(0.0001, start);
  swell.gain.exponentialRampToValueAtTime(loudness, start + 0.012);
  swell.gain.exponentialRampToValueAtTime(0.0001, start + seconds);
  tone.connect(swell).connect(output);
  tone.start(start);
  tone.stop(start + seconds);
}
