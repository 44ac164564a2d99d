import fc from 'fast-check';
import { blindIndex } from './blind-index';
import { type EncryptionKey, KeyRing } from './key-ring';
import { CannotDecrypt, type Place } from './place';

const SPELLING = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';

const place = fc.record({ table: fc.string(), column: fc.string(), id: fc.uuid() });
const text = fc.string({ unit: 'binary' });
const secret = fc.string({ minLength: 32 });
const key = (id: string) => secret.map((secret): EncryptionKey => ({ id, secret }));

const HERE: Place = { table: 'letters', column: 'body', id: '019a0000-0000-7000-8000-000000000001' };
const RING = new KeyRing([{ id: 'now', secret: 'a secret of thirty-two characters' }]);

describe('An encrypted text', () => {
  it('is read again at its place, whatever it says', () => {
    fc.assert(
      fc.property(text, place, key('k'), (plain, where, key) => {
        const ring = new KeyRing([key]);
        expect(ring.decrypt(ring.encrypt(plain, where), where)).toBe(plain);
      }),
    );
  });

  it('does not open when a single character of it is another', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.constantFrom(...SPELLING), (plain, at, character) => {
        const envelope = RING.encrypt(plain, HERE);
        const i = at % envelope.length;
        fc.pre(envelope[i] !== character);
        const altered = envelope.slice(0, i) + character + envelope.slice(i + 1);
        expect(() => RING.decrypt(altered, HERE)).toThrow(CannotDecrypt);
      }),
      { numRuns: 500 },
    );
  });

  it('does not open when a single bit of its bytes is another', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(2, 3), fc.nat(), (plain, part, at) => {
        const parts = RING.encrypt(plain, HERE).split('.');
        const bytes = Buffer.from(parts[part]!, 'base64url');
        const bit = at % (bytes.length * 8);
        bytes[bit >> 3]! ^= 1 << (bit & 7);
        parts[part] = bytes.toString('base64url');
        expect(() => RING.decrypt(parts.join('.'), HERE)).toThrow(CannotDecrypt);
      }),
    );
  });

  it.each(['', 'v1', 'v1.now..', 'v1.now.AAAA.AAAA', 'v2.now.AAAAAAAAAAAAAAAA.AAAA', 'plain text', '{"not":"one"}'])(
    'is not what reads "%s"',
    (envelope) => expect(() => RING.decrypt(envelope, HERE)).toThrow(CannotDecrypt),
  );

  it('opens at no other place', () => {
    fc.assert(
      fc.property(text, place, place, (plain, here, there) => {
        fc.pre(JSON.stringify(here) !== JSON.stringify(there));
        expect(() => RING.decrypt(RING.encrypt(plain, here), there)).toThrow(CannotDecrypt);
      }),
    );
  });

  it('opens under no other key, whatever that is called', () => {
    fc.assert(
      fc.property(text, key('k'), key('k'), key('other'), (plain, right, wrong, other) => {
        fc.pre(right.secret !== wrong.secret);
        const envelope = new KeyRing([right]).encrypt(plain, HERE);
        for (const key of [wrong, other]) {
          expect(() => new KeyRing([key]).decrypt(envelope, HERE)).toThrow(CannotDecrypt);
        }
      }),
    );
  });

  it('is never the same twice', () => {
    fc.assert(fc.property(text, (plain) => expect(RING.encrypt(plain, HERE)).not.toBe(RING.encrypt(plain, HERE))));
  });

  it('is read while its key is on the ring, and is current under the first alone', () => {
    fc.assert(
      fc.property(text, key('old'), key('new'), (plain, old, next) => {
        const envelope = new KeyRing([old]).encrypt(plain, HERE);
        const rotated = new KeyRing([next, old]);
        expect(rotated.decrypt(envelope, HERE)).toBe(plain);
        expect(rotated.isCurrent(envelope)).toBe(false);
        const again = rotated.encrypt(plain, HERE);
        expect(rotated.isCurrent(again)).toBe(true);
        expect(new KeyRing([next]).decrypt(again, HERE)).toBe(plain);
      }),
    );
  });

  it('tells of its failure where it stands, and nothing of what it says', () => {
    const attempt = () => RING.decrypt('v1.gone.AAAA.AAAA', HERE);
    expect(attempt).toThrow(`letters.body of ${HERE.id} cannot be decrypted.`);
  });
});

describe('A blind index', () => {
  const of = (secret: string, column: string, plain: string) => blindIndex(secret, { table: 'letters', column }, plain);

  it('is the same for the same text of the same column, and for nothing else', () => {
    fc.assert(
      fc.property(text, text, secret, secret, (one, other, mine, theirs) => {
        fc.pre(one !== other && mine !== theirs);
        expect(of(mine, 'to', one)).toBe(of(mine, 'to', one));
        expect(
          new Set([of(mine, 'to', one), of(mine, 'to', other), of(mine, 'from', one), of(theirs, 'to', one)]).size,
        ).toBe(4);
      }),
    );
  });
});
