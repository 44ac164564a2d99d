import type { Briefing } from '../conversation/briefing';
import { languageOf, scriptFor } from '.';
import type { Script } from './script';
import { type CallSituation, situationFor } from './situation';

/** What a call says, part by part. */
export interface ReadOut {
  language: string;
  situation: CallSituation;
  greeting: string[];
  question: string | null;
  onDone: string[];
  onPartly: string[];
  onNotDone: string[];
  onSkip: string[];
  goodbye: string;
  /** How long a call takes to speak that hears a plain yes to its first question, in seconds. */
  seconds: number;
}

/** How long a word takes to be spoken, in seconds: 150 are spoken in a minute. */
const SPOKEN_WORD = 60 / 150;

/** What a call of this briefing would say. */
export function readOut(briefing: Briefing): ReadOut {
  const script = scriptFor(briefing);
  const [first, ...others] = briefing.habits;
  const greeting = [...script.greeting(briefing), ...disclosure(script, briefing)];
  const announced = first && others.length > 0 ? [script.firstHabit(first)] : [];
  const onDone = first ? script.praise(first) : [];
  const told = first?.memory ? [script.lastTimeYouSaid(first.memory.text)] : [];
  const asked = first ? [...announced, ...told, script.haveYouDoneIt] : [];
  return {
    language: languageOf(briefing),
    situation: situationFor(briefing),
    greeting: [...greeting, ...announced, ...told],
    question: first ? script.haveYouDoneIt : null,
    onDone,
    onPartly: first ? [script.partNoted] : [],
    onNotDone: first ? [script.thanksForTelling] : [],
    onSkip: first ? [script.skipped] : [],
    goodbye: script.goodbye,
    seconds: secondsOf([...greeting, ...asked, ...onDone, script.goodbye]),
  };
}

function disclosure({ writtenDown, testWorks }: Script, { purpose, habits }: Briefing): string[] {
  if (habits.length > 0) return [writtenDown];
  return purpose === 'test' ? [testWorks] : [];
}

function secondsOf(sentences: string[]): number {
  return Math.round(sentences.join(' ').split(' ').length * SPOKEN_WORD * 10) / 10;
}
