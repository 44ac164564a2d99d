import { createHash } from 'node:crypto';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { LIMITS } from '../../src/platform/limits';
import { Metrics } from '../../src/platform/metrics';
import { knock } from '../support/knock';
import { beginWithTelephone, type TelephoneWorld } from '../support/telephone';
import { World } from '../support/world';

const FORM = 'application/x-www-form-urlencoded';
const PATH = '/twilio/status';
const RELAY = `/relay/calls/${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}`;

describe('The provider’s routes', () => {
  let line: TelephoneWorld;
  let ours: string;

  beforeEach(async () => {
    line = await beginWithTelephone('2026-03-02T12:00:00Z');
    ours = line.environment.PUBLIC_BASE_URL!;
  });

  afterEach(() => line.end());

  const send = (path: string, type: string, body: string, signature?: string) => {
    const signed: Record<string, string> = signature === undefined ? {} : { 'x-twilio-signature': signature };
    return fetch(ours + path, { method: 'POST', body, headers: { 'content-type': type, ...signed } });
  };

  const sign = (path: string, fields: Record<string, string> = {}) =>
    getExpectedTwilioSignature(line.environment.TWILIO_AUTH_TOKEN!, ours + path, fields);

  const refused = async () =>
    (await line.world.app.get(Metrics).registry.metrics())
      .split('\n')
      .filter((one) => one.startsWith('callivate_webhooks_refused_total'));

  const shake = (target: string) =>
    knock(
      ours,
      `GET ${target} HTTP/1.1`,
      'Host: callivate.test',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      'X-Twilio-Signature: guessed',
    );

  it('know nobody without the right signature, count them, and are not kept by anybody', async () => {
    const answers = [await send(PATH, FORM, 'CallSid=CA1'), await send(PATH, FORM, 'CallSid=CA1', 'guessed')];
    for (const answer of answers) {
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({ code: 'not-signed-by-provider' });
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
    expect((await refused()).sort()).toEqual([
      'callivate_webhooks_refused_total{reason="missing"} 1',
      'callivate_webhooks_refused_total{reason="wrong"} 1',
    ]);
  });

  it('let whoever is signed in: what is said of a call that is not ours is 404, not 403', async () => {
    const fields = { CallSid: `CA${'0'.repeat(32)}`, CallStatus: 'ringing' };
    const answer = await send(PATH, FORM, new URLSearchParams(fields).toString(), sign(PATH, fields));
    expect(answer.status).toBe(404);
  });

  it('take JSON whose hash is signed, and no other', async () => {
    const json = JSON.stringify({ CallSid: `CA${'0'.repeat(32)}` });
    const path = `${PATH}?bodySHA256=${createHash('sha256').update(json).digest('hex')}`;
    expect((await send(path, 'application/json', json, sign(path))).status).toBe(404);
    expect((await send(path, 'application/json', ` ${json}`, sign(path))).status).toBe(403);
    expect((await send(PATH, 'application/json', json, sign(PATH))).status).toBe(403);
  });

  it('are held up by no form, however often it says one thing', async () => {
    const begun = performance.now();
    expect((await send(PATH, FORM, 'a&'.repeat(50_000))).status).toBe(400);
    expect(performance.now() - begun).toBeLessThan(2000);
  });

  it('tell the log once of a stranger who goes on knocking, and refuse at last to look', async () => {
    const told = () => line.world.log.lines.filter((one) => one.includes('who is not the provider')).length;
    const before = told();
    let last = 403;
    for (let knocks = 0; knocks <= LIMITS.address.quota && last === 403; knocks += 1) {
      last = (await send(PATH, FORM, 'CallSid=CA1', 'guessed')).status;
    }
    expect(last).toBe(429);
    expect(told() - before).toBe(1);
  }, 60_000);

  it('are shaken by no handshake, whatever is asked for', async () => {
    for (const target of [RELAY, `http://x${RELAY}`, `http://127.0.0.1:99999${RELAY}`, `//x${RELAY}`]) {
      expect([403, 404]).toContain((await shake(target)).status);
    }
    expect((await line.world.http.raw('/health/live', {})).status).toBe(200);
  });
});

describe('Without an account', () => {
  it('there is no route of a provider', async () => {
    const world = await World.begin('2026-03-02T12:00:00Z');
    const answer = await fetch(world.http.origin + PATH, { method: 'POST', headers: { 'x-twilio-signature': 'x' } });
    expect(answer.status).toBe(404);
    await world.end();
  });
});
