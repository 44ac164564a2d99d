import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { Logger } from '@nestjs/common';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { Config, checkEnvironment } from '../config';
import { Metrics } from '../metrics';
import type { Fields } from './forms';
import { Signatures, type SignedRequest } from './signatures';

const TOKEN = 'a-token-of-the-tests-0123456789';
const ACCOUNT = {
  TWILIO_ACCOUNT_SID: `AC${'5e'.repeat(16)}`,
  TWILIO_AUTH_TOKEN: TOKEN,
  TWILIO_FROM_NUMBER: '+14155550100',
};
const ADDRESS = 'https://callivate.test';
const PATH = '/twilio/calls/1/status';
const FIELDS = { CallSid: 'CA1', CallStatus: 'ringing' };

let metrics: Metrics;

beforeAll(() => Logger.overrideLogger(false));

const signatures = (environment: Record<string, string> = { ...ACCOUNT, PUBLIC_BASE_URL: ADDRESS }) => {
  metrics = new Metrics();
  return new Signatures(new Config(checkEnvironment(environment)), metrics);
};

const at = (address: string) => signatures({ ...ACCOUNT, PUBLIC_BASE_URL: address });

const signed = (url: string, fields: Fields = FIELDS, token = TOKEN) => getExpectedTwilioSignature(token, url, fields);

describe('A webhook', () => {
  const request = (given: Partial<SignedRequest> = {}): SignedRequest => ({
    signature: signed(ADDRESS + PATH),
    path: PATH,
    body: FIELDS,
    ...given,
  });

  it('is the provider’s when it is signed over our address and all its fields', () => {
    expect(signatures().isRight(request())).toBe(true);
  });

  it.each([
    ['another token', { signature: signed(ADDRESS + PATH, FIELDS, 'another') }],
    ['another address', { signature: signed(`https://elsewhere.test${PATH}`) }],
    ['plain http', { signature: signed(`http://callivate.test${PATH}`) }],
    ['another path', { path: '/twilio/calls/2/status' }],
    ['another query', { path: `${PATH}?turn=2`, signature: signed(`${ADDRESS}${PATH}?turn=1`) }],
    ['a field changed', { body: { ...FIELDS, CallStatus: 'completed' } }],
    ['a field more', { body: { ...FIELDS, Digits: '1' } }],
    ['a field less', { body: { CallSid: 'CA1' } }],
    ['no signature', { signature: '' }],
    ['a signature of another length', { signature: 'short' }],
    ['an address in the place of a path', { path: `${ADDRESS}${PATH}` }],
    ['nothing in the place of a path', { path: '*' }],
  ])('is nobody’s with %s', (_what, given) => {
    expect(signatures().isRight(request(given))).toBe(false);
  });

  it.each([
    ['spaces around a value', { SpeechResult: '  yes, done \n' }],
    ['a value that is empty', { Digits: '' }],
    ['words of another alphabet', { SpeechResult: 'да, готово ✓' }],
    ['signs that mean something in a form', { Body: 'a=b&c+d%20' }],
    ['a field that came twice', { MediaUrl: ['https://b.test', 'https://a.test'] }],
  ])('is taken with %s, exactly as sent', (_what, body) => {
    expect(signatures().isRight(request({ body, signature: signed(ADDRESS + PATH, body) }))).toBe(true);
  });

  it('is not taken with its spaces cut off', () => {
    const signature = signed(ADDRESS + PATH, { SpeechResult: ' yes ' });
    expect(signatures().isRight(request({ signature, body: { SpeechResult: 'yes' } }))).toBe(false);
  });

  it.each(['?turn=1', "?name=o'neill", '?a=%20b&a=+', '?'])('is taken with the query %s as it is', (query) => {
    const path = PATH + query;
    expect(signatures().isRight(request({ path, signature: signed(ADDRESS + path) }))).toBe(true);
  });

  it.each([
    ['https://callivate.test', 'https://callivate.test:443'],
    ['https://callivate.test:8443', 'https://callivate.test:8443'],
    ['https://callivate.test:8443', 'https://callivate.test'],
    ['https://callivate.test/', 'https://callivate.test'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
  ])('to %s is taken when it is signed for %s', (ours, theirs) => {
    expect(at(ours).isRight(request({ signature: signed(theirs + PATH) }))).toBe(true);
  });

  it('is nobody’s where there is no account', () => {
    const without = signatures({});
    expect(without.areExpected).toBe(false);
    expect(without.isRight(request())).toBe(false);
  });

  describe('in JSON', () => {
    const json = Buffer.from('{ "CallSid":"CA1", "words": "да" }');
    const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
    const sent = (bytes: Buffer, query: string): SignedRequest => ({
      signature: signed(ADDRESS + PATH + query, {}),
      path: PATH + query,
      body: bytes,
    });

    it('is the provider’s when the hash of its very bytes is signed with the address', () => {
      expect(signatures().isRight(sent(json, `?bodySHA256=${hash(json)}`))).toBe(true);
    });

    it.each([
      ['of other bytes', sent(Buffer.from('{"CallSid":"CA1","words":"да"}'), `?bodySHA256=${hash(json)}`)],
      ['without a hash', sent(json, '')],
      ['with an empty hash', sent(json, '?bodySHA256=')],
      ['whose hash was put in later', { ...sent(json, ''), path: `${PATH}?bodySHA256=${hash(json)}` }],
    ])('%s is nobody’s', (_what, given) => {
      expect(signatures().isRight(given)).toBe(false);
    });
  });
});

describe('A handshake', () => {
  const RELAY = '/relay/calls/1';
  const handshake = (signature: string | undefined, url = RELAY) =>
    ({ url, headers: { 'x-twilio-signature': signature } }) as unknown as IncomingMessage;

  const refused = async () =>
    (await metrics.registry.metrics()).split('\n').filter((line) => line.startsWith('callivate_webhooks_refused'));

  it.each([
    ['https://callivate.test', 'wss://callivate.test'],
    ['https://callivate.test', 'wss://callivate.test:443'],
    ['https://callivate.test:8443', 'wss://callivate.test:8443'],
    ['https://callivate.test/', 'wss://callivate.test'],
    ['http://127.0.0.1:3000', 'ws://127.0.0.1:3000'],
    ['http://callivate.test', 'ws://callivate.test:80'],
    ['http://callivate.test', 'ws://callivate.test'],
  ])('to %s is taken when it is signed for %s', async (ours, theirs) => {
    expect(at(ours).isOfSocket(handshake(signed(theirs + RELAY, {})))).toBe(true);
    expect(await refused()).toEqual([]);
  });

  it.each([
    ['signed with another token', signed(`wss://callivate.test${RELAY}`, {}, 'another'), RELAY, 'wrong'],
    ['signed as a page', signed(ADDRESS + RELAY, {}), RELAY, 'wrong'],
    ['of another call', signed(`wss://callivate.test${RELAY}`, {}), '/relay/calls/2', 'wrong'],
    ['that is not signed', undefined, RELAY, 'missing'],
    ['to an address in the place of a path', 'x', `http://callivate.test${RELAY}`, 'wrong'],
  ])('%s is refused, and counted', async (_what, signature, url, reason) => {
    expect(signatures().isOfSocket(handshake(signature, url))).toBe(false);
    expect(await refused()).toEqual([`callivate_webhooks_refused_total{reason="${reason}"} 1`]);
  });

  it('to an address with a port in the place of a path is refused like any other', () => {
    expect(at('http://127.0.0.1:3000').isOfSocket(handshake('x', `http://x${RELAY}`))).toBe(false);
  });
});
