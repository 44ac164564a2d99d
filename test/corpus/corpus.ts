import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { instantOf } from '../../src/kernel/local-time';
import type { Alarm, Meaning } from '../../src/modules/calls/domain/understanding/meaning';
import type { Asked, Situation } from '../../src/modules/calls/domain/understanding/situation';

/** A labelled utterance, as README.md says it. */
export interface Utterance {
  heard: string;
  asked: Asked;
  habit: { title: string; kind: 'yes-no' | 'numeric'; unit?: string };
  now: string;
  timeZone: string;
  want: Wanted;
  plain: boolean;
  /** Written by somebody who knows neither the rules nor the rest of the corpus, and read by nobody who writes rules. */
  unseen: boolean;
}

export interface Wanted {
  /** Several where people of good sense would disagree. */
  meaning: Meaning | Meaning[];
  quantity?: number;
  inMinutes?: number;
  at?: string;
  alarm?: Alarm;
}

export const LANGUAGES = ['english', 'german'] as const;
export type CorpusLanguage = (typeof LANGUAGES)[number];

const TAGS: Readonly<Record<CorpusLanguage, string>> = { english: 'en', german: 'de' };

/** What a line means by leaving it out. */
export const UNSAID = {
  asked: 'done?',
  habit: { title: 'Read', kind: 'yes-no' },
  now: '2026-11-23T18:05',
  timeZone: 'Europe/Berlin',
  plain: false,
} as const;

/** Every labelled utterance of a language, or those of one file. */
export function corpusOf(language: CorpusLanguage, file = '.jsonl'): Utterance[] {
  const folder = join(__dirname, language);
  return [...utterancesIn(folder, file, false), ...utterancesIn(join(folder, 'unseen'), file, true)];
}

function utterancesIn(folder: string, file: string, unseen: boolean): Utterance[] {
  return readdirSync(folder)
    .filter((name) => `/${name}`.endsWith(file))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean))
    .map((line) => ({ ...UNSAID, ...(JSON.parse(line) as Partial<Utterance>), unseen }) as Utterance);
}

/** What the rules know when they hear it. */
export function situationOf({ asked, habit, now, timeZone }: Utterance, language: CorpusLanguage): Situation {
  const [date = '', time = ''] = now.split('T');
  return {
    asked,
    now: instantOf({ date, time }, timeZone),
    timeZone,
    numeric: habit.kind === 'numeric',
    unit: habit.unit,
    habitTitle: habit.title,
    language: TAGS[language],
  };
}
