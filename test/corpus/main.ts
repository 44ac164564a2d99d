import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CorpusLanguage, corpusOf, LANGUAGES } from './corpus';
import { type Figures, figuresOf, isFlip, isWhole, type Judged, judge, latencyOf, sharesOf } from './evaluation';
import { halvesOf } from './halves';

/** Where the figures stand below which CI fails. */
const FIGURES = join(__dirname, 'figures.json');

/**
 * Prints how well the rules understand each half of the corpus. `--misses` lists what is misunderstood of the half they are
 * tuned on; of the other nobody looks at more than the figures. `--write` keeps them as those to hold.
 */
function main(options: readonly string[]): void {
  const kept: Record<string, unknown> = JSON.parse(readFileSync(FIGURES, 'utf8'));
  for (const language of LANGUAGES) {
    const halves = halvesOf(corpusOf(language));
    const tuned = judge(halves.tuned, language);
    const figures = { tuned: figuresOf(tuned), heldOut: figuresOf(judge(halves.heldOut, language)) };
    kept[language] = { tuned: sharesOf(figures.tuned), heldOut: sharesOf(figures.heldOut) };
    print(`${language}, the half the rules are tuned on`, figures.tuned);
    print(`${language}, the half held out`, figures.heldOut);
    printLatency(language);
    if (options.includes('--misses')) for (const judged of tuned) if (!isWhole(judged)) console.log(missed(judged));
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
  console.log(`\n${language}, the rules alone: p50 ${p50.toFixed(3)} ms, p99 ${p99.toFixed(3)} ms`);
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
