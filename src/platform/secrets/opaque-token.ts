import { createHash, randomBytes } from 'node:crypto';

/** 256 bits of chance: what cannot be guessed needs no secret of ours. */
export function newOpaqueToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What we keep of an opaque token: enough to recognise it, too little to use it. */
export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
