import { join } from 'node:path';
import type { App, Start } from './support/app';
import { onAMachine } from './support/machine';
import { Person } from './support/person';
import { nextMinute } from './support/until';

/** As typed; the build that goes before it has been done by `npm run test:live`. */
const typed = (script: string, ...args: string[]): { command: Start['command'] } => ({
  command: ['npm', 'run', '-s', '--ignore-scripts', script, '--', ...args],
});

const IN_AN_HOUR = 60 * 60_000;

describe('A backup by the scripts', () => {
  it('is made of a running app, and is there again on another machine', () =>
    onAMachine(async (machine) => {
      const app = machine.start();
      const ada = await Person.signIn(app, 'Ada');
      await ada.habit('Read', nextMinute(IN_AN_HOUR));
      const folder = join(machine.dataDir, 'backups', 'monday');

      expect(await saidBy(machine.start({}, typed('backup', '--to', folder)))).toMatch(
        /^\d+ tables with \d+ rows, as they were at \S+Z, are in \S+monday\.$/m,
      );
      expect(await app.readiness()).toBe(200);

      const elsewhere = { DATA_DIR: join(machine.dataDir, 'another-machine') };
      expect(await saidBy(machine.start(elsewhere, typed('restore', '--from', folder)))).toMatch(
        /^\d+ tables with \d+ rows are back as they were at \S+Z, and the schema is up to date\.$/m,
      );
      const other = machine.start(elsewhere);
      expect(await (await Person.signIn(other, 'Ada')).habits()).toEqual(['Read']);
    }));

  it('says in a sentence why it is not restored', () =>
    onAMachine(async (machine) => {
      const app = machine.start({}, typed('restore', '--from', machine.dataDir));
      expect(await app.ended()).toEqual({ code: 1, signal: null });
      expect(app.output.trim()).toMatch(/holds no backup that this version can read: see its manifest\.json\.$/);
      const lost = machine.start({}, typed('backup'));
      expect(await lost.ended()).toEqual({ code: 1, signal: null });
      expect(lost.output.trim()).toBe('npm run -s backup -- --to FOLDER, a folder that is not there yet.');
    }));
});

describe('A start with ROLE=migrate', () => {
  it('makes the schema and ends, does nothing the second time, and serves nobody', () =>
    onAMachine(async (machine) => {
      const first = await saidBy(machine.start({ ROLE: 'migrate' }));
      expect(first).toMatch(/^The schema is up to date\. These migrations were run:\n {2}Foundation1763884800000$/m);
      expect(first).not.toContain('Callivate is up');
      expect(await saidBy(machine.start({ ROLE: 'migrate' }))).toContain('The schema was up to date already.');
      expect(machine.processes()).toEqual([]);
    }));

  it('needs the database alone, and says in a sentence that it is not there', () =>
    onAMachine(async (machine) => {
      const nowhere = 'postgresql://nobody:hunter2@127.0.0.1:1/callivate';
      const app = machine.start({ ROLE: 'migrate', NODE_ENV: 'production', DATABASE_URL: nowhere });
      expect(await app.ended()).toEqual({ code: 1, signal: null });
      expect(app.output.trim()).toMatch(
        /^The database cannot be reached \(.*\)\. See that it runs, and check DATABASE_URL\.$/,
      );
      expect(app.output).not.toContain('hunter2');
    }));
});

/** What a command prints that has done its work. */
async function saidBy(app: App): Promise<string> {
  expect({ ...(await app.ended()), output: app.output }).toMatchObject({ code: 0 });
  return app.output;
}
