import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { EmbeddedPostgresUnavailable } from './unavailable';

/** A user of the operating system. */
export interface Account {
  uid: number;
  gid: number;
}

/** Rights as in the mode bits of a file; on a folder `RUN` means to pass through it. */
export const READ = 4;
export const RUN = 1;

/** As whom PostgreSQL serves these data: if we are root, as the owner they have already. */
export function accountFor(dataDir: string): Account | undefined {
  const owner = statSync(dataDir, { throwIfNoEntry: false });
  const ourUid = process.getuid?.();
  if (!owner || ourUid === undefined) return lentAccount();
  if (ourUid === 0) return owner.uid === 0 ? lentAccount() : { uid: owner.uid, gid: owner.gid };
  if (ourUid === owner.uid) return undefined;
  throw new EmbeddedPostgresUnavailable(
    `The database in ${dataDir} belongs to another user: start as that user, or move the folder away.`,
  );
}

/** PostgreSQL refuses to be root, so root lends it `nobody`. `undefined`, the ordinary case: it runs as we do. */
export function lentAccount(): Account | undefined {
  return process.getuid?.() === 0 ? nobody() : undefined;
}

/**
 * Whether the account has all the `wanted` rights on what is at `path` and may pass through every folder above it.
 * Judged by mode bits alone: a right given by an access control list is not seen, which errs on the safe side.
 */
export function mayUse(account: Account, path: string, wanted: number): boolean {
  const real = realpathSync(path);
  if (!hasRights(account, real, wanted)) return false;
  for (let folder = real; folder !== dirname(folder); ) {
    folder = dirname(folder);
    if (!hasRights(account, folder, RUN)) return false;
  }
  return true;
}

function nobody(): Account {
  const [, uid, gid] = /^nobody:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? [];
  if (uid === undefined || gid === undefined) {
    throw new EmbeddedPostgresUnavailable('PostgreSQL refuses to run as root, and there is no user "nobody" for it.');
  }
  return { uid: Number(uid), gid: Number(gid) };
}

/** As the kernel decides: the owner's bits bind the owner, the group's its group, the last three only the rest. */
function hasRights(account: Account, path: string, wanted: number): boolean {
  const { uid, gid, mode } = statSync(path);
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
  return ((mode >> shift) & wanted) === wanted;
}
