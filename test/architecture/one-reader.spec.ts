import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
  .map((file) => ({ file: join('src', file), text: readFileSync(join('src', file), 'utf8') }));

const filesWith = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

describe('There is one way to read', () => {
  it('the environment: the configuration, and nobody else', () => {
    expect(filesWith(/process\.env/)).toEqual(['src/platform/config/config.module.ts']);
  });

  it('the time: the clock; machine time is for measuring alone', () => {
    expect(filesWith(/Date\.now\(\)|new Date\(\)/)).toEqual([
      'src/understand.main.ts',
      'src/platform/time/database-clock.ts',
    ]);
  });

  it('chance: where secrets and ids are made', () => {
    expect(filesWith(/Math\.random\(\)/)).toEqual([]);
  });
});
