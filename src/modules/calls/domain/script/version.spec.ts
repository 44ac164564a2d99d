import { createHash } from 'node:crypto';
import { english } from './languages/english';
import { german } from './languages/german';
import { SCRIPT_VERSION } from './version';

/** What is said in each version. */
const DIGESTS: Record<string, string> = {
  'scripts-1': 'bebc81b0c95bdf8c',
};

describe('The version of the scripts', () => {
  it('is another one whenever a sentence is another', () => {
    const said = JSON.stringify([english, german].map(({ personas, sentences }) => ({ personas, sentences })));
    expect(createHash('sha256').update(said).digest('hex').slice(0, 16)).toBe(DIGESTS[SCRIPT_VERSION]);
  });
});
