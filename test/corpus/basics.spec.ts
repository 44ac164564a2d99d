import { understand } from '../../src/modules/calls/domain/understanding/understand';
import { corpusOf, situationOf } from './corpus';

/** A Monday evening in Berlin, five past six, after "Have you done it?". */
const situation = situationOf(corpusOf('english')[0]!, 'english');

describe('what everybody says', () => {
  const basics = corpusOf('english', '/basics.jsonl').map(({ heard, want }) => [heard, want.meaning] as const);

  it.each(basics)('%j means %s', (heard, meaning) => {
    expect(understand(heard, { ...situation, asked: 'done?', numeric: false }).meaning).toBe(meaning);
  });

  it.each(['', '   ', '...', '\u0000', '??'])('%j means nothing', (heard) => {
    expect(understand(heard, situation)).toMatchObject({ meaning: 'unclear' });
  });
});
