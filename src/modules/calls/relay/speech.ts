import { SPEECH_TAGS, spokenLanguage } from '../../../kernel/languages';
import type { Outgoing } from './protocol';

/** How long a word takes to be spoken, in milliseconds: about 150 words a minute. */
const SPOKEN_WORD = 400;

/** How sentences are spoken. */
export interface Manner {
  /** The person's, such as `de-AT`. */
  language: string | undefined;
  /** So many of the first sentences are spoken to their end, whoever speaks into them: a disclosure is heard. */
  uninterrupted?: number;
  /** What follows need not wait until it was spoken to its end. */
  preemptible?: boolean;
}

/** Sentences as messages of the relay. Tokens are run together by the line: a sentence that is not the last brings its space. */
export function messagesOf(
  sentences: readonly string[],
  { language, uninterrupted = 0, preemptible = false }: Manner,
): Outgoing[] {
  const lang = SPEECH_TAGS[spokenLanguage(language)];
  return sentences.map((sentence, index) => {
    const last = index === sentences.length - 1;
    const token = last ? sentence : `${sentence} `;
    return { type: 'text', token, last, lang, interruptible: index >= uninterrupted, preemptible };
  });
}

/** How long it takes to speak them, in milliseconds. */
export function spokenFor(sentences: readonly string[]): number {
  return sentences.join(' ').split(' ').length * SPOKEN_WORD;
}
