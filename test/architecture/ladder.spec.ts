import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const CRUISER = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');

/** A small house that keeps to the ladder: each file with what it imports. */
const TIDY: Record<string, string[]> = {
  'kernel/words.ts': [],
  'platform/machinery.ts': ['../kernel/words', 'framework'],
  'modules/users/index.ts': ['../../platform/machinery', 'framework'],
  'modules/habits/index.ts': ['../users', './domain/decide'],
  'modules/habits/domain/decide.ts': ['../../../kernel/words'],
  'modules/notifications/index.ts': ['../habits'],
  'modules/imports/index.ts': ['../habits', '../users'],
  'modules/calls/index.ts': ['../notifications', './inner'],
  'modules/calls/inner.ts': [],
  'modules/realtime/index.ts': ['../calls'],
  'modules/sync/index.ts': ['../calls'],
  'app.module.ts': ['./modules/calls', './modules/realtime'],
  '../test/helper.ts': ['../src/app.module'],
};

/** The ways to break it, at least one for each rule: a file too many, what it imports, and the rule that says no. */
const BREACHES = [
  ['modules/habits/up.ts', '../calls', 'habits-calls-downwards'],
  ['modules/imports/beside.ts', '../notifications', 'imports-calls-downwards'],
  ['modules/realtime/beside.ts', '../sync', 'realtime-calls-downwards'],
  ['modules/realtime/back-door.ts', '../calls/inner', 'calls-by-the-front-door'],
  ['modules/calls/domain/nest.ts', 'framework', 'calls-domain-is-pure'],
  ['modules/habits/domain/rows.ts', 'framework', 'habits-domain-is-pure'],
  ['modules/calls/domain/rows.ts', '../inner', 'calls-domain-is-pure'],
  ['modules/calls/domain/node.ts', 'node:fs', 'calls-domain-is-pure'],
  ['kernel/npm.ts', 'framework', 'kernel-imports-nothing'],
  ['kernel/node.ts', 'node:crypto', 'kernel-imports-nothing'],
  ['platform/product.ts', '../modules/users', 'platform-knows-no-product'],
  ['modules/users/root.ts', '../../app.module', 'modules-are-composed-above'],
  ['modules/users/tools.ts', 'test-tool', 'product-without-test-tools'],
  ['modules/users/tested.ts', '../../../test/helper', 'product-without-tests'],
  ['modules/users/stranger.ts', 'never-declared', 'no-undeclared-packages'],
  ['modules/calls/circle.ts', './circle', 'no-cycles'],
] as const;

describe('the ladder', () => {
  let house: string;

  beforeEach(() => {
    house = realpathSync(mkdtempSync(join(tmpdir(), 'callivate-ladder-')));
    furnish(house);
    for (const [file, imports] of Object.entries(TIDY)) write(house, file, imports);
  });

  afterEach(() => rmSync(house, { recursive: true }));

  it('lets a house that keeps to it stand', async () => {
    expect(await breachesIn(house)).toEqual([]);
  });

  it('catches every way to break it, by the rule made for it', async () => {
    for (const [file, imported] of BREACHES) write(house, file, [imported]);
    const caught = await breachesIn(house);
    expect(caught).toEqual(expect.arrayContaining(BREACHES.map(([file, , rule]) => `src/${file}: ${rule}`)));
  });

  it('is kept by our own source', async () => {
    expect(await breachesIn(ROOT)).toEqual([]);
  });
});

/** The real rules, and packages of every kind they speak of. */
function furnish(house: string): void {
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json']) cpSync(join(ROOT, file), join(house, file));
  const declared = { dependencies: { framework: '1' }, devDependencies: { 'test-tool': '1' } };
  writeFileSync(join(house, 'package.json'), JSON.stringify(declared));
  for (const name of ['framework', 'test-tool', 'never-declared']) {
    const folder = join(house, 'node_modules', name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, main: 'index.js' }));
    writeFileSync(join(folder, 'index.js'), '');
  }
}

function write(house: string, file: string, imports: readonly string[]): void {
  const path = join(house, 'src', file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, [...imports.map((name) => `import '${name}';`), 'export {};', ''].join('\n'));
}

interface Violation {
  from: string;
  rule: { name: string };
}

/** What the rules find in `src`, as `file: rule`. */
async function breachesIn(folder: string): Promise<string[]> {
  const { summary } = JSON.parse(await cruised(folder)) as { summary: { violations: Violation[] } };
  return summary.violations.map(({ from, rule }) => `${from}: ${rule.name}`).sort();
}

/** The report comes on stdout; the exit code is the number of errors, which is no failure of ours. */
function cruised(folder: string): Promise<string> {
  const report = ['--output-type', 'json', '--config', '.dependency-cruiser.cjs', 'src'];
  return new Promise((done, fail) => {
    execFile(process.execPath, [CRUISER, ...report], { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (error, stdout) => {
      if (stdout) done(stdout);
      else fail(error);
    });
  });
}
