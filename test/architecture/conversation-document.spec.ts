import { readFileSync } from 'node:fs';
import { drawnInto } from '../../src/modules/calls/domain/conversation/drawing';
import { MOVES, PHASES } from '../../src/modules/calls/domain/conversation/phases';

const document = readFileSync('docs/conversation.md', 'utf8');

describe('docs/conversation.md', () => {
  it('is drawn from the table of the conversation as it is now: npm run draw', () => {
    expect(document).toBe(drawnInto(document));
  });

  it.each(PHASES.flatMap((from) => Object.keys(MOVES[from]).map((to) => [from, to])))('shows %s → %s', (from, to) => {
    expect(document).toContain(`  ${from.replaceAll('-', '_')} --> ${to.replaceAll('-', '_')}\n`);
  });

  it('has a place for the drawing', () => {
    expect(() => drawnInto('# The conversation')).toThrow('drawn');
  });
});
