import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../config';
import { LocalSecrets, SecretDamaged } from './local-secrets';

const SECRET = 'x'.repeat(43);

describe('A secret made on this machine', () => {
  let folder: string;
  let secrets: LocalSecrets;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'callivate-secrets-'));
    secrets = new LocalSecrets({ DATA_DIR: folder } as Config);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made once, and kept for its owner alone', () => {
    expect(secrets.get('ops-token', () => SECRET)).toBe(SECRET);
    expect(secrets.get('ops-token', () => 'y'.repeat(43))).toBe(SECRET);
    expect(statSync(join(folder, 'secrets/ops-token')).mode & 0o777).toBe(0o600);
  });

  it.each(['', 'cut off'])('is refused when somebody left "%s" of it: nobody gets in by sending nothing', (left) => {
    secrets.get('ops-token', () => SECRET);
    writeFileSync(join(folder, 'secrets/ops-token'), left);
    expect(() => secrets.get('ops-token', () => SECRET)).toThrow(SecretDamaged);
  });
});
