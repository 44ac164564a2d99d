import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const COMPILER = 'node_modules/typescript/bin/tsc';

describe('The typed client', () => {
  it('compiles for an app or a browser: no type of Node is in reach of it', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      COMPILER,
      '-p',
      'clients/typescript',
      '--listFiles',
    ]);

    expect(stdout).toContain('clients/typescript/src/index.ts');
    expect(stdout).toContain('lib.dom.d.ts');
    expect(stdout).not.toContain('@types/node');
  }, 120_000);
});
