import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LogReader } from '../support/log';
import { World } from '../support/world';

interface LogLine {
  msg: string;
  correlationId?: string;
  traceId?: string;
  callId?: string;
  req?: { method: string; path: string };
  err?: { type: string; message: string; stack: string };
}

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const TRACEPARENT = `00-${TRACE}-b7ad6b7169203331-01`;

describe('The log', () => {
  let world: World;
  const lines = () => world.log.lines.map((line) => JSON.parse(line) as LogLine);

  beforeAll(async () => {
    world = await World.begin('2026-03-02T19:00:00Z');
  });
  afterAll(() => world.end());

  it('finds a request by the correlation id it came with', async () => {
    await world.http.get('/today?secret=1', { 'x-correlation-id': 'asked-by-this-test' });
    const told = lines().find(({ correlationId, req }) => correlationId === 'asked-by-this-test' && req);
    expect(told).toMatchObject({ msg: 'request completed', req: { method: 'GET', path: '/api/v1/today' } });
  });

  it('tells of a failure of ours why, where and by what cause, under the same id', async () => {
    await world.rows('ALTER TABLE occurrences RENAME TO lost');
    const ada = await world.person('Ada');
    await world.http.raw('/api/v1/today', { headers: { ...ada.api.credentials, 'x-correlation-id': 'it-broke-here' } });
    await world.rows('ALTER TABLE lost RENAME TO occurrences');
    const told = lines().find(({ correlationId, err }) => correlationId === 'it-broke-here' && err);
    expect(told?.err).toMatchObject({
      type: 'QueryFailedError',
      message: expect.stringContaining('relation "occurrences" does not exist'),
      stack: expect.stringMatching(/ at .*unit-of-work/s),
    });
  });

  it('takes the trace of the caller for the correlation id when there is no other', async () => {
    const { headers } = await world.http.get('/today', { traceparent: TRACEPARENT });
    expect(headers.get('x-correlation-id')).toBe(TRACE);
  });

  it.each([
    '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331',
    `ff${TRACEPARENT.slice(2)}`,
    `00-${'0'.repeat(32)}-b7ad6b7169203331-01`,
    'x'.repeat(5000),
  ])('makes an id of its own for a trace that is none', async (traceparent) => {
    const { headers } = await world.http.get('/today', { traceparent });
    expect(headers.get('x-correlation-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('follows a call from the request that asked for it into the talk', async () => {
    const ada = await world.person('Ada');
    const habit = await ada.habit('Read');
    const asked = await world.http.raw(`/api/v1/habits/${habit.id}/calls`, {
      method: 'POST',
      headers: { ...ada.api.credentials, 'x-correlation-id': 'call-me-please' },
    });
    expect(asked.status).toBe(202);
    const line = await ada.phone.pickUp();
    const [call] = await world.rows<{ id: string; correlationId: string }>('SELECT id, correlation_id FROM calls');
    expect(call!.correlationId).toBe('call-me-please');
    await line.say('yes');
  });
});

describe('The proof that no secret is logged', () => {
  it.each([
    'ada@example.org signed in',
    'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.x',
    `refresh ${'a1'.repeat(21)}b`,
    'GET /relay?ticket=abc',
    'dialing +351912345678',
  ])('would notice: %s', (line) => {
    const log = new LogReader();
    log.write(line);
    expect(() => log.expectNoSecrets()).toThrow('The log holds');
  });
});

describe('A trace', () => {
  let collector: Server;
  let world: World;
  const received: string[] = [];

  beforeAll(async () => {
    collector = createServer((request, response) => {
      request.setEncoding('latin1').on('data', (text: string) => received.push(text));
      request.on('end', () => response.end());
    }).listen(0, '127.0.0.1');
    await once(collector, 'listening');
    const { port } = collector.address() as AddressInfo;
    world = await World.begin('2026-03-02T19:00:00Z', { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}` });
  });
  afterAll(() => collector.close());

  it('continues what the caller began, and reaches the collector', async () => {
    await world.http.get('/today', { traceparent: TRACEPARENT });
    await (await world.person('Ada')).api.get('/me');
    await world.end();
    const sent = received.join('');
    expect(sent).toContain('GET /api/v1/today');
    expect(sent).toContain('GET /api/v1/me');
    expect(sent).toContain('query users.findById');
    expect(sent).toContain(Buffer.from(TRACE, 'hex').toString('latin1'));
  });

  it('is lost when the collector is gone, and nothing else is', async () => {
    const alone = await World.begin('2026-03-02T19:00:00Z', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' });
    const ada = await alone.person('Ada');
    expect((await ada.api.get('/me')).status).toBe(200);
    await alone.end();
  });
});
