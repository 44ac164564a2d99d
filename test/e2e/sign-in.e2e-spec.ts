import { JwtService } from '@nestjs/jwt';
import type { SessionResponse } from '../../src/modules/auth/auth.dto';
import { SigningKeys } from '../../src/modules/auth/signing-keys';
import { expectProblem, fieldErrors } from '../support/problems';
import { World } from '../support/world';

describe('Signing in', () => {
  let world: World;

  beforeAll(async () => {
    world = await World.begin('2026-03-02T12:00:00Z');
  });

  afterAll(() => world.end());

  const signIn = async (name: string, timeZone?: string) =>
    (await world.http.post<SessionResponse>('/auth/dev', { email: `${name}@example.com`, name, timeZone })).body;
  const refresh = (refreshToken: string) => world.http.post<SessionResponse>('/auth/refresh', { refreshToken });
  const statusOf = async (accessToken: string) => (await world.http.as(accessToken).get('/me')).status;

  it('makes the account at the first sign-in and finds it again at the next, however the address is spelt', async () => {
    const first = await signIn('ada', 'Europe/Lisbon');
    const again = await world.http.post<SessionResponse>('/auth/dev', { email: 'ADA@Example.com', name: 'Somebody' });

    expect(first.user).toMatchObject({ email: 'ada@example.com', name: 'ada', timeZone: 'Europe/Lisbon' });
    expect(again.body.user).toEqual(first.user);
  });

  it('makes one account of many first sign-ins at once', async () => {
    const sessions = await Promise.all(Array.from({ length: 10 }, () => signIn('twins')));

    expect(new Set(sessions.map(({ user }) => user.id)).size).toBe(1);
  });

  it('takes a zone as IANA spells it, and says which one was meant', async () => {
    expect((await signIn('una', 'europe/berlin')).user.timeZone).toBe('Europe/Berlin');
    const refused = await world.http.post('/auth/dev', { email: 'dan@example.com', timeZone: 'Europe/Berln' });
    expectProblem(refused, 400, 'invalid-request');
    expect(fieldErrors(refused)).toEqual({
      '/timeZone': 'There is no time zone "Europe/Berln"; did you mean "Europe/Berlin"?',
    });
  });

  it('takes the time zone when none is known yet, and keeps the first', async () => {
    expect((await signIn('bea')).user.timeZone).toBeNull();
    expect((await signIn('bea', 'Asia/Tokyo')).user.timeZone).toBe('Asia/Tokyo');
    expect((await signIn('bea', 'Europe/Berlin')).user.timeZone).toBe('Asia/Tokyo');
  });

  it('gives an access token for fifteen minutes and a refresh token for thirty days', async () => {
    const session = await signIn('cai');
    const lasts = (until: Date | string) => new Date(until).getTime() - world.clock.now().getTime();

    expect(lasts(session.accessTokenExpiresAt)).toBe(15 * 60_000);
    expect(lasts(session.refreshTokenExpiresAt)).toBe(30 * 24 * 3_600_000);
  });

  it('takes an access token until it expires, by the clock of the service', async () => {
    const { accessToken } = await signIn('dan');

    await world.passes({ minutes: 14, seconds: 59 });
    expect(await statusOf(accessToken)).toBe(200);
    await world.passes({ seconds: 1 });
    expectProblem(await world.http.as(accessToken).get('/me'), 401, 'session-over');
  });

  describe('refreshing', () => {
    it('trades a token for the next pair, and keeps when the person signed in', async () => {
      const { accessToken, refreshToken } = await signIn('eve');
      await world.passes({ minutes: 20 });
      const { status, body } = await refresh(refreshToken);

      expect(status).toBe(200);
      expect(body.refreshToken).not.toBe(refreshToken);
      expect(await statusOf(body.accessToken)).toBe(200);
      expect(claimsOf(body.accessToken).auth_time).toBe(claimsOf(accessToken).auth_time);
    });

    it('takes a token a second time within ten seconds: the answer may have been lost', async () => {
      const { refreshToken } = await signIn('fay');
      await refresh(refreshToken);
      world.clock.moveTo(new Date(world.clock.now().getTime() + 9_999));
      const again = await refresh(refreshToken);

      expect(again.status).toBe(200);
      expect((await refresh(again.body.refreshToken)).status).toBe(200);
    });

    it('ends the session when a token is used again later: one of the two users stole it', async () => {
      const { refreshToken } = await signIn('gil');
      const next = (await refresh(refreshToken)).body;
      world.clock.moveTo(new Date(world.clock.now().getTime() + 10_000));

      expectProblem(await refresh(refreshToken), 401, 'session-over');
      expectProblem(await refresh(next.refreshToken), 401, 'session-over');
      expect(await statusOf(next.accessToken)).toBe(401);
    });

    it('takes no token that was never given', async () => {
      expectProblem(await refresh('made-up'), 401, 'session-over');
    });

    it('ends a session nobody used for thirty days', async () => {
      const { refreshToken } = await signIn('hal');
      world.clock.moveTo(new Date(world.clock.now().getTime() + 30 * 24 * 3_600_000));

      expectProblem(await refresh(refreshToken), 401, 'session-over');
    });

    it('lets no session survive its end, however many race for it', async () => {
      const { refreshToken } = await signIn('ida');
      const race = await Promise.all(Array.from({ length: 20 }, () => refresh(refreshToken)));
      expect(race.map(({ status }) => status)).toEqual(Array(20).fill(200));
      world.clock.moveTo(new Date(world.clock.now().getTime() + 11_000));
      const heirs = race.map(({ body }) => body);

      const last = await Promise.all([refresh(refreshToken), ...heirs.map((heir) => refresh(heir.refreshToken))]);

      const alive = [...heirs, ...last.filter(({ status }) => status === 200).map(({ body }) => body)];
      expect(await Promise.all(alive.map((session) => statusOf(session.accessToken)))).toEqual(alive.map(() => 401));
      const late = await Promise.all(alive.map((session) => refresh(session.refreshToken)));
      expect(late.map(({ status }) => status)).toEqual(alive.map(() => 401));
    });
  });

  it('signs out: neither token is worth anything from then on, and other sessions go on', async () => {
    const session = await signIn('jan');
    const other = await signIn('jan');

    expect((await world.http.as(session.accessToken).post('/auth/logout')).status).toBe(204);

    expect(await statusOf(session.accessToken)).toBe(401);
    expect((await refresh(session.refreshToken)).status).toBe(401);
    expect(await statusOf(other.accessToken)).toBe(200);
  });

  describe('a forged token', () => {
    let claims: Record<string, unknown>;
    const jwt = new JwtService({});
    const forge = (change: object, claimed: object = claims) => {
      const { id, secret } = world.app.get(SigningKeys).active;
      const { iss, aud, ...rest } = claimed as { iss: string; aud: string };
      return jwt.sign(rest, { secret, keyid: id, algorithm: 'HS256', issuer: iss, audience: aud, ...change });
    };

    beforeAll(async () => {
      claims = claimsOf((await signIn('kim')).accessToken);
    });

    it('is told from a real one by nothing but what was changed', async () => {
      expect(await statusOf(forge({}))).toBe(200);
    });

    const FORGERIES: [string, () => string][] = [
      ['signed with another secret', () => forge({ secret: 'f'.repeat(32) })],
      ['signed by a key nobody knows', () => forge({ keyid: 'unknown-key' })],
      ['that names no key', () => forge({ keyid: '' })],
      ['for another audience', () => forge({ audience: 'somebody-else' })],
      ['of another issuer', () => forge({ issuer: 'somebody-else' })],
      ['signed by another algorithm', () => forge({ algorithm: 'HS512' })],
      ['that says it is not signed', () => `${segment({ alg: 'none', typ: 'JWT' })}.${segment(claims)}.`],
      ['not signed, by a known key', () => `${segment({ alg: 'none', kid: 'test-key' })}.${segment(claims)}.`],
      ['of a session that never was', () => forge({}, { ...claims, sid: '01920000-0000-7000-8000-000000000000' })],
      ['of somebody else’s session', () => forge({}, { ...claims, sub: '01920000-0000-7000-8000-000000000000' })],
      ['cut short', () => forge({}).slice(0, -10)],
      ['without its signature', () => forge({}).replace(/[^.]*$/, '')],
      ['whose claims are not JSON', () => `${segment({ alg: 'HS256', typ: 'JWT', kid: 'test-key' })}.bm9wZQ.c2ln`],
      ['whose header is not JSON', () => `bm9wZQ.${segment(claims)}.c2ln`],
      ['whose key is no text', () => `${segment({ alg: 'HS256', kid: { a: 1 } })}.${segment(claims)}.c2ln`],
      ['of eight thousand characters', () => 'x'.repeat(8000)],
      ['that is no token', () => 'Bearer'],
    ];

    it.each(FORGERIES)('%s is refused', async (_, forged) => {
      expectProblem(await world.http.as(forged()).get('/me'), 401);
    });

    it('is refused in every place a client might put it', async () => {
      const { accessToken } = await signIn('lea');
      const send = (headers: Record<string, string>, path = '/api/v1/me') => world.http.raw(path, { headers });

      expectProblem(await send({}), 401, 'unauthenticated');
      expectProblem(await send({ authorization: accessToken }), 401);
      expectProblem(await send({ authorization: `Basic ${accessToken}` }), 401);
      expectProblem(await send({}, `/api/v1/me?access_token=${accessToken}`), 401);
    });
  });
});

function claimsOf(accessToken: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(accessToken.split('.')[1]!, 'base64url').toString());
}

function segment(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
