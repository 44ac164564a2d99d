import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Not one of daily work: what makes the database, and the one statement of the connection that listens for changes. */
const BESIDE_DAILY_WORK = /^src\/platform\/(database\/|changes\/change-feed\.ts)/;

const ASKS = /\b(work|manager|runner|dataSource)\.(rows?|execute|manager|query)\b|\.get\(UnitOfWork\)/;

const NAMES = /^@Repository\('[a-z-]+'\)$|\bnamed\('/m;

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((file) => join('src', file))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !BESIDE_DAILY_WORK.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

describe('Every query has a name', () => {
  const asking = sources.filter(({ text }) => ASKS.test(text));

  it('wherever the database is asked', () => {
    expect(asking.length).toBeGreaterThan(10);
    expect(asking.filter(({ text }) => !NAMES.test(text)).map(({ file }) => file)).toEqual([]);
  });

  it('and each repository has a name of its own', () => {
    const names = sources.flatMap(({ text }) => /^@Repository\('(.+)'\)$/m.exec(text)?.[1] ?? []);
    expect(names.toSorted()).toEqual([...new Set(names)].toSorted());
  });
});
