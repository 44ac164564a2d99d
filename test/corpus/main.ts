import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CorpusLanguage, corpusOf, LANGUAGES } from './corpus';
import { type Figures, figuresOf, isFlip, isWhole, type Judged, judge, latencyOf, sharesOf } from './evaluation';
import { partsOf } from './parts';

/** Where the figures stand below which CI fails. */
const FIGURES = join(__dirname, 'figures.json');

/**
 * Prints how well the corpus is understood: what rules and classifiers are taught by, and what is held out. `--misses` lists what is
 * misunderstood of the first; of the other nobody looks at more than the figures. `--write` keeps them as those to hold.
 */
function main(options: readonly string[]): void {
  const kept: Record<string, unknown> = JSON.parse(readFileSync(FIGURES, 'utf8'));
  for (const language of LANGUAGES) {
    const parts = partsOf(corpusOf(language));
    const taught = judge(parts.taught, language);
    const figures = { taught: figuresOf(taught), heldOut: figuresOf(judge(parts.heldOut, language)) };
    kept[language] = { taught: sharesOf(figures.taught), heldOut: sharesOf(figures.heldOut) };
    print(`${language}, what rules and classifiers are taught by`, figures.taught);
    print(`${language}, held out`, figures.heldOut);
    printLatency(language);
    if (options.includes('--misses')) for (const judged of taught) if (!isWhole(judged)) console.log(missed(judged));
  }
  if (options.includes('--write')) writeFileSync(FIGURES, `${JSON.stringify(kept, null, 2)}\n`);
}

function print(title: string, { meanings, utterances, ...shares }: Figures): void {
  console.log(`\n${title}: ${utterances} utterances`);
  for (const [name, value] of Object.entries(shares)) console.log(`  ${name.padEnd(12)} ${percent(value)}`);
  console.log(`  ${'meaning'.padEnd(14)}  count  precision  recall`);
  for (const [meaning, { utterances: count, precision, recall }] of Object.entries(meanings)) {
    console.log(`  ${meaning.padEnd(14)} ${String(count).padStart(6)}   ${percent(precision)} ${percent(recall)}`);
  }
}

function printLatency(language: CorpusLanguage): void {
  const { p50, p99 } = latencyOf(corpusOf(language), language);
  console.log(`\n${language}, without a language model: p50 ${p50.toFixed(3)} ms, p99 ${p99.toFixed(3)} ms`);
}

function missed(judged: Judged): string {
  const { utterance, understood } = judged;
  const { quote, callBackAt, ...got } = understood;
  const { heard, asked, habit, now, want } = utterance;
  return JSON.stringify({ ...(isFlip(judged) && { FLIP: true }), heard, asked, habit, now, want, got });
}

function percent(value: number): string {
  return `${(value * 100).toFixed(2).padStart(7)} %`;
}

main(process.argv.slice(2));
