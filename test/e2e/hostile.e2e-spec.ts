import { describeApi } from '../../src/openapi';
import type { Answer, HttpClient } from '../support/http-client';
import { knock } from '../support/knock';
import { expectProblem, fieldErrors } from '../support/problems';
import { World } from '../support/world';

const HUGE = 'x'.repeat(12_000);

/** No header may have a value of these and make us stumble. */
const ODD_VALUES = ['', ' ', ',', ';', '"', '""', '*', '\t', '-1', '1e999', 'null', '[object Object]', '%00', '\u00ff'];

describe('Hostile requests', () => {
  let world: World;
  let api: HttpClient;
  let asAda: string;

  beforeAll(async () => {
    world = await World.begin('2026-03-02T12:00:00Z');
    api = (await world.person('Ada')).api;
    asAda = `Authorization: ${api.credentials.authorization}`;
  });

  afterAll(async () => {
    expect((await api.get('/me')).status).toBe(200);
    await world.end();
  });

  /** One request of its own connection, with these headers as they are. */
  const ask = (start: string, ...headers: string[]) =>
    knock(world.http.origin, `${start} HTTP/1.1`, 'Host: callivate.test', 'Connection: close', ...headers);

  /** Understood, refused by a problem, or hung up on; never a failure, never silence. */
  const expectManners = (answer: Answer) => {
    const refusedByNode = Number.isNaN(answer.status) || [400, 417].includes(answer.status);
    if (refusedByNode && answer.headers.get('content-type') === null) return;
    expect(answer.status).toBeLessThan(500);
    if (answer.status >= 400) expectProblem(answer, answer.status);
  };

  describe('by a header', () => {
    it.each([
      'Accept',
      'Accept-Encoding',
      'Content-Type',
      'Cookie',
      'Expect',
      'Forwarded',
      'Idempotency-Key',
      'If-Match',
      'If-None-Match',
      'If-Modified-Since',
      'Last-Event-ID',
      'Origin',
      'Range',
      'Referer',
      'User-Agent',
      'X-API-Key',
      'X-Correlation-Id',
      'X-Forwarded-For',
      'X-Forwarded-Host',
      'traceparent',
      'tracestate',
    ])('%s of any value, of any length, or twice', async (name) => {
      for (const value of [...ODD_VALUES, HUGE]) {
        expectManners(await ask('GET /api/v1/me', asAda, `${name}: ${value}`));
        expectManners(
          await ask('POST /api/v1/habits/preview', asAda, `${name}: ${value}`, 'Content-Length: 2', '', '{}'),
        );
      }
      expectManners(await ask('GET /api/v1/today', asAda, `${name}: a`, `${name}: b`));
      expectManners(await ask('PATCH /api/v1/me', asAda, `${name}: "a"`, `${name}: "b"`));
    });

    it.each(['GET /api/v1/me', 'POST /api/v1/calls/01920000-0000-7000-8000-000000000000/answer'])(
      'a Host that is none: %s',
      async (start) => {
        for (const host of [...ODD_VALUES, HUGE, 'a b', 'a:b:c', '[::1', 'x/../y', 'user@host', '1.2.3.4:99999']) {
          expectManners(
            await knock(world.http.origin, `${start} HTTP/1.1`, `Host: ${host}`, 'Connection: close', asAda),
          );
        }
        expectManners(await knock(world.http.origin, `${start} HTTP/1.1`, 'Connection: close', asAda));
        expectManners(await ask(start, 'Host: another', asAda));
      },
    );

    it.each([
      ['none at all', ''],
      ['a scheme alone', 'Bearer'],
      ['a scheme and a space', 'Bearer '],
      ['another scheme', 'Basic YTpi'],
      ['no token', 'Bearer null'],
      ['dots', 'Bearer ..'],
      ['a token of objects', `Bearer ${'e30.'.repeat(3)}`],
      ['a huge one', `Bearer ${HUGE}`],
    ])('an Authorization of %s is nobody’s', async (_, value) => {
      expectProblem(await ask('GET /api/v1/me', `Authorization: ${value}`), 401, 'unauthenticated');
    });

    it('a second Authorization does not count', async () => {
      expect((await ask('GET /api/v1/me', asAda, 'Authorization: Bearer x')).status).toBe(200);
      expectProblem(await ask('GET /api/v1/me', 'Authorization: Bearer x', asAda), 401, 'unauthenticated');
    });

    it.each([
      ['a NUL', 'X-Odd: a\u0000b'],
      ['a bare line feed', 'X-Odd: a\nX-Injected b'],
      ['a folded line', 'X-Odd: a\r\n  b'],
      ['a space before the colon', 'X-Odd : a'],
      ['no name', ': a'],
      ['more than there may be', `X-Odd: ${HUGE}${HUGE}`],
      ['five thousand of them', Array.from({ length: 5000 }, (_, nth) => `X-${nth}: a`).join('\r\n')],
    ])('with %s', async (_, header) => {
      const answer = await ask('GET /api/v1/me', header);
      expectManners(answer);
      expect(answer.status).toBeGreaterThanOrEqual(400);
    });

    it('names a second request in none that is read', async () => {
      const smuggled = ['', 'GET /api/v1/me HTTP/1.1', 'Host: x', asAda];
      for (const lengths of [
        ['Content-Length: 0', 'Content-Length: 5'],
        ['Content-Length: 5', 'Transfer-Encoding: chunked'],
        ['Transfer-Encoding: chunked', 'Transfer-Encoding: identity'],
        ['Transfer-Encoding: gzip, chunked, chunked'],
        ['Transfer-Encoding: \u000bchunked'],
        ['Content-Length: +1'],
        ['Content-Length: 0x1'],
        ['Content-Length: 99999999999999999999'],
      ]) {
        const answer = await ask('POST /api/v1/auth/dev', ...lengths, ...smuggled);
        expectManners(answer);
        expect([400, 413, 415]).toContain(answer.status);
      }
    });

    it('is the version of a thing only when it is one', async () => {
      for (const value of [...ODD_VALUES.filter((odd) => odd.trim() && odd !== '*' && odd !== '""'), HUGE]) {
        expectProblem(await ask('PUT /api/v1/habits/17/pause', asAda, `If-Match: ${value}`), 400, 'invalid-request');
      }
    });
  });

  describe('by a method', () => {
    it('no route knows, on every route', async () => {
      const { paths } = describeApi(world.app);
      for (const path of Object.keys(paths)) {
        const address = path.replaceAll(/\{\w+\}/g, '17');
        const known = methodsAt(address, paths);
        for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((other) => !known.includes(other))) {
          const refused = await world.http.raw(address, { method });
          expectProblem(refused, 405, 'method-not-allowed');
          expect(refused.headers.get('allow')?.split(', ')).toEqual(expect.arrayContaining([...known, 'OPTIONS']));
        }
      }
    });

    it('tells which there are, by OPTIONS, and of nothing where nothing is', async () => {
      const { status, headers } = await ask('OPTIONS /api/v1/habits/17/pause');
      expect({ status, allow: headers.get('allow') }).toEqual({ status: 204, allow: 'DELETE, OPTIONS, PUT' });
      expectProblem(await ask('OPTIONS /api/v1/nowhere'), 404);
      expectProblem(await ask('DELETE /api/v1/nowhere'), 404);
      expect((await ask('OPTIONS *')).status).toBe(404);
    });

    it('for the head of a stream that never ends: the next request on the line is answered', async () => {
      const next = ['GET /api/v1/me HTTP/1.1', 'Host: callivate.test', 'Connection: close', asAda];
      const head = ['HEAD /api/v1/events HTTP/1.1', 'Host: callivate.test', asAda, ''];
      expect((await knock(world.http.origin, ...head, ...next)).status).toBe(200);
    });

    it('that nobody has here, or anywhere', async () => {
      const odd = ['TRACE', 'CONNECT', 'PROPFIND', 'QUERY', 'PURGE', 'get', 'BREW', 'G\u00cbT', '', 'A'.repeat(5000)];
      for (const method of odd) {
        const answer = await ask(`${method} /api/v1/me`, asAda);
        expectManners(answer);
        expect(answer.status).not.toBe(200);
      }
    });
  });

  describe('by a body', () => {
    it.each<[string, object, string, number]>([
      ['a list of forty thousand', { email: Array(40_000).fill(1) }, '/email', 40_000],
      [
        'a list of two thousand and one, deep inside',
        { a: { b: [{ 'c/d': Array(2001).fill('') }] } },
        '/a/b/0/c~1d',
        2001,
      ],
      ['nothing but a long list', Array(2001).fill(1), '', 2001],
    ])('with %s is refused at once, and told where and how long it is', async (_, body, pointer, length) => {
      const refused = await world.http.post('/auth/dev', body);
      expectProblem(refused, 400, 'invalid-request');
      expect(fieldErrors(refused)).toEqual({
        [pointer]: `Give at most 2000 items in this list; these are ${length}.`,
      });
    });

    it.each([
      ['of a type that is none', 'POST', 'Content-Type: ///'],
      ['of two types', 'POST', 'Content-Type: application/json, text/html'],
      ['in a charset nobody knows', 'POST', 'Content-Type: application/json; charset=klingon'],
      ['packed', 'POST', 'Content-Type: application/json\r\nContent-Encoding: gzip'],
      ['to be read', 'GET', 'Content-Type: application/json'],
      ['to be deleted', 'DELETE', 'Content-Type: application/json'],
    ])('%s', async (_, method, header) => {
      const path = method === 'DELETE' ? '/api/v1/me/suppression' : '/api/v1/auth/dev';
      expectManners(await ask(`${method} ${path}`, asAda, header, 'Content-Length: 2', '', '{}'));
    });

    it('that is said to be JSON and is not there', async () => {
      const answer = await ask('POST /api/v1/auth/dev', 'Content-Type: application/json', 'Content-Length: 0');
      expectProblem(answer, 400, 'invalid-request');
    });

    it('that is said to be JSON is not missed where none is wanted', async () => {
      const { credentials } = (await world.person('Eli')).api;
      const headers = { ...credentials, 'content-type': 'application/json' };
      expect((await world.http.raw('/api/v1/me/pause', { method: 'PUT', headers })).status).toBe(200);
      expect((await world.http.raw('/api/v1/me/pause', { method: 'DELETE', headers })).status).toBe(204);
      const nothing = { method: 'PUT', headers, body: 'null' };
      expectProblem(await world.http.raw('/api/v1/me/pause', nothing), 400, 'invalid-request');
    });

    it('in chunks that are none', async () => {
      const chunked = ['Content-Type: application/json', 'Transfer-Encoding: chunked', ''];
      expectManners(await ask('POST /api/v1/auth/dev', ...chunked, 'ZZ', '{}', '0'));
      expectManners(await ask('POST /api/v1/auth/dev', ...chunked, 'FFFFFFFFFFFFFFFFF', '{}', '0'));
      expectProblem(await ask('POST /api/v1/auth/dev', ...chunked, '2', '{}', '0'), 400, 'invalid-request');
    });
  });
});

/** Of every route that takes this address: "preview" could be the id of a habit. */
function methodsAt(address: string, paths: Record<string, object>): string[] {
  return Object.entries(paths)
    .filter(([path]) => new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(address))
    .flatMap(([, operations]) => Object.keys(operations))
    .map((method) => method.toUpperCase());
}
