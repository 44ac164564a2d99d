import { ASKED } from '../../src/modules/calls/domain/understanding/situation';
import { type CorpusLanguage, corpusOf, LANGUAGES } from './corpus';
import { FEWER_ARE_BETTER, figuresOf, judge, sharesOf } from './evaluation';
import figures from './figures.json';
import { nearDuplicatesAcross, partsOf } from './parts';

const LEAST: Record<CorpusLanguage, number> = { english: 1500, german: 200 };

/** After an offer, to skip or to remember, the conversation listens for a yes alone. */
const QUESTIONS = ASKED.filter((asked) => asked !== 'skip?' && asked !== 'remember?');

describe.each(LANGUAGES)('what is said in %s', (language) => {
  const corpus = corpusOf(language);
  const parts = partsOf(corpus);

  it('is enough to measure by, after each question and in each meaning', () => {
    expect(new Set(corpus.map(({ heard, asked }) => `${asked} ${heard}`)).size).toBeGreaterThanOrEqual(LEAST[language]);
    expect(new Set(corpus.map(({ asked }) => asked))).toEqual(new Set(QUESTIONS));
    const counts = Object.values(figuresOf(judge(corpus, language)).meanings).map(({ utterances }) => utterances);
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });

  it('is learnt from or held out, and nearly alike in no two', () => {
    expect(parts.taught.length + parts.heldOut.length).toBe(corpus.length);
    expect(nearDuplicatesAcross(parts)).toEqual([]);
  });

  it.each(['taught', 'heldOut'] as const)('is understood no worse than the figures of what is %s', (half) => {
    const committed: Record<string, number> = figures[language][half];
    const measured = sharesOf(figuresOf(judge(parts[half], language)));
    expect(Object.keys(measured)).toEqual(Object.keys(committed));
    expect(Object.keys(measured).filter((name) => isWorse(name, measured[name]!, committed[name]!))).toEqual([]);
  });
});

describe('near-duplicates', () => {
  const half = (...heard: string[]) => heard.map((text) => ({ ...corpusOf('english')[0]!, heard: text }));

  it.each([
    ['yes I did it', 'Yes, I did it!'],
    ['call me back in ten minutes', 'call me in ten minutes'],
    ['no not yet', 'um no, not yet please'],
  ])('are found: %j and %j', (one, other) => {
    expect(nearDuplicatesAcross({ taught: half(one), heldOut: half(other) })).toEqual([[one, other]]);
  });

  it.each([
    ['yes I did it', 'no I forgot it'],
    ['yes', 'no'],
  ])('are not: %j and %j', (one, other) => {
    expect(nearDuplicatesAcross({ taught: half(one), heldOut: half(other) })).toEqual([]);
  });
});

/** Of errors, fewer are better. */
function isWorse(name: string, measured: number, committed: number): boolean {
  return FEWER_ARE_BETTER.has(name) ? measured > committed : measured < committed;
}
