import { ASKED, type Asked } from '../modules/calls/domain/understanding/situation';

/** By its words, the first that fits: "When shall I call you again?" is about the time. */
const SPOKEN: ReadonlyArray<readonly [RegExp, Asked]> = [
  [/\b(when|what time|wann)\b/iu, 'when?'],
  [/\b(how (many|much|long|far|often)|wie (viele?|lange|weit|oft))\b/iu, 'how-many?'],
  [/\b(mean|meint?e?s?t)\b/iu, 'did-you-mean-done?'],
  [/\b(call|ring|phone|anrufen|zurückrufen)\b/iu, 'call-again?'],
];

/** The question, by our code for it or as it was asked aloud. Any other asks whether it is done. */
export function askedBy(text: string): Asked {
  const code = ASKED.find((known) => known === text.trim());
  return code ?? SPOKEN.find(([words]) => words.test(text))?.[1] ?? 'done?';
}
