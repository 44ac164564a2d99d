import type { Heard } from './classifier/features';
import { Clause, clausesOf } from './clauses';
import type { Grammar } from './grammar';
import { habitWords, isAvoiding, withHabit } from './habit-words';
import { ALARMS, Alarm, quoted } from './meaning';
import { THE_NAME } from './phrase';
import { saysAnywhere } from './phrase-book';
import { signsOf } from './signs';
import { Asked, Situation } from './situation';
import { Token, tokensOf } from './tokens';

/** Questions that offer or read back something. */
const REPLYING: ReadonlySet<Asked> = new Set(['call-again?', 'did-you-mean-done?', 'when?', 'skip?', 'remember?']);

/** An answer as it was read, for the grammar and the classifier to make something of it. */
export interface Reading extends Heard {
  quote: string;
  thoughts: readonly Clause[];
  alarm: Alarm | undefined;
  reason: string | undefined;
}

/** Reads an answer by the grammar of its language. */
export function readingOf(heard: string, situation: Situation, grammar: Grammar): Reading {
  const { asked, unit, personName, habitTitle } = situation;
  const tokens = tokensOf(heard, grammar);
  const said = tokens.map(({ word }) => word);
  const title = wordsIn(habitTitle, grammar);
  const units = wordsIn(unit, grammar);
  const words = withHabit(withName(said, personName, grammar), habitWords(title, units, grammar), grammar);
  const numeric = asked === 'how-many?' || (situation.numeric && asked !== 'when?');
  const bareTimes = asked === 'when?' || (asked === 'call-again?' && !situation.numeric);
  const bareSpans = asked === 'call-again?';
  const expected = { numeric, bareTimes, bareSpans, replies: REPLYING.has(asked), unit: units };
  const signs = signsOf(words, expected, grammar);
  return {
    quote: quoted(heard),
    asked,
    numeric: situation.numeric,
    avoiding: isAvoiding(title, grammar),
    said,
    words,
    signs: signs.map(({ kind }) => kind),
    thoughts: clausesOf(signs, { words, grammar, counted: asked === 'how-many?' }),
    alarm: alarmNamed(said, grammar),
    reason: reasonIn(heard, tokens, grammar),
  };
}

/** Words of danger outweigh everything, wherever they stand. */
function alarmNamed(words: readonly string[], grammar: Grammar): Alarm | undefined {
  return ALARMS.find((alarm) => saysAnywhere(alarm, words, grammar));
}

/** The person's own name as the word the phrases know it by, unless it is a word of its own: Will, Grace. */
function withName(words: readonly string[], personName: string | null | undefined, grammar: Grammar): string[] {
  const names = new Set(wordsIn(personName, grammar).filter((name) => !grammar.known.has(name)));
  return words.map((word) => (names.has(word) ? THE_NAME : word));
}

function wordsIn(text: string | null | undefined, grammar: Grammar): string[] {
  return text ? tokensOf(text, grammar).map((token) => token.word) : [];
}

function reasonIn(heard: string, tokens: readonly Token[], grammar: Grammar): string | undefined {
  const because = tokens.findIndex((token) => token.word === grammar.because);
  const first = because < 0 ? undefined : tokens[because + 1];
  return first && quoted(heard.slice(first.at));
}
