import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { CannotDecrypt, type Place } from './place';

/** A secret and the name under which its texts say that they were encrypted with it. */
export interface EncryptionKey {
  id: string;
  secret: string;
}

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Separates this use of a secret from any other. */
const LABEL = 'callivate encryption v1';

/** `v1.<key>.<nonce>.<ciphertext and tag>`, the last two as base64url. */
const ENVELOPE = /^v1\.([\w-]+)\.([\w-]+)\.([\w-]+)$/;

/**
 * AES-256-GCM under a ring of keys: the first encrypts, all decrypt, so that keys can be changed while the service runs.
 * The envelope names its key; each has a nonce of its own, by chance.
 */
export class KeyRing {
  /** The name of the key that encrypts. */
  readonly current: string;
  private readonly keys: Map<string, Buffer>;

  /** @throws Error when there is no key. */
  constructor(ring: EncryptionKey[]) {
    const [first] = ring;
    if (!first) throw new Error('A ring of keys needs at least one.');
    this.current = first.id;
    this.keys = new Map(ring.map(({ id, secret }) => [id, derived(secret)]));
  }

  /** The names of the keys that decrypt alone. */
  get old(): string[] {
    return [...this.keys.keys()].filter((id) => id !== this.current);
  }

  encrypt(plain: string, place: Place): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.key(this.current, place), nonce, { authTagLength: TAG_BYTES });
    cipher.setAAD(sealOf(place));
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    return ['v1', this.current, nonce.toString('base64url'), sealed.toString('base64url')].join('.');
  }

  /** @throws CannotDecrypt */
  decrypt(envelope: string, place: Place): string {
    const [, id = '', nonce = '', sealed = ''] = ENVELOPE.exec(envelope) ?? [];
    const key = this.key(id, place);
    try {
      return opened(key, bytesOf(nonce), bytesOf(sealed), sealOf(place));
    } catch {
      throw new CannotDecrypt(place);
    }
  }

  /** Whether the text is under the key that encrypts now. */
  isCurrent(envelope: string): boolean {
    return ENVELOPE.exec(envelope)?.[1] === this.current;
  }

  private key(id: string, place: Place): Buffer {
    const key = this.keys.get(id);
    if (!key) throw new CannotDecrypt(place);
    return key;
  }
}

function opened(key: Buffer, nonce: Buffer, sealed: Buffer, seal: Buffer): string {
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(seal);
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]).toString('utf8');
}

/** Bytes have one spelling alone: the spare bits of a last character are no room for another. */
function bytesOf(text: string): Buffer {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.toString('base64url') !== text) throw new Error('That is not how these bytes are spelled.');
  return bytes;
}

function derived(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', LABEL, KEY_BYTES));
}

/** As JSON, so that no two places are written alike. */
function sealOf({ table, column, id }: Place): Buffer {
  return Buffer.from(JSON.stringify([table, column, id]));
}
