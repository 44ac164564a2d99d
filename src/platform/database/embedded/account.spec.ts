import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mayUse, READ, RUN } from './account';

describe('mayUse', () => {
  const outer = mkdtempSync(join(tmpdir(), 'callivate-rights-'));
  const file = join(outer, 'inner', 'file');
  const { uid, gid } = statSync(outer);
  const owner = { uid, gid };
  const groupMember = { uid: uid + 1, gid };
  const stranger = { uid: uid + 1, gid: gid + 1 };

  beforeAll(() => {
    mkdirSync(join(outer, 'inner'));
    writeFileSync(file, '');
  });

  afterAll(() => rmSync(outer, { recursive: true }));

  it.each([
    ['all open', 0o755, 0o644, [true, true, true]],
    ['a closed folder above', 0o700, 0o644, [true, false, false]],
    ['a folder to pass through but not to list', 0o711, 0o644, [true, true, true]],
    ['a file for the owner alone', 0o755, 0o600, [true, false, false]],
    ['a file for the group', 0o755, 0o640, [true, true, false]],
    ['a group worse off than the rest', 0o755, 0o604, [true, false, true]],
  ])('%s', (_, folderMode, fileMode, expected) => {
    chmodSync(outer, folderMode);
    chmodSync(file, fileMode);
    expect([owner, groupMember, stranger].map((account) => mayUse(account, file, READ))).toEqual(expected);
  });

  it('wants every right that is asked for', () => {
    chmodSync(outer, 0o755);
    chmodSync(file, 0o644);
    expect(mayUse(stranger, file, READ | RUN)).toBe(false);
  });
});
