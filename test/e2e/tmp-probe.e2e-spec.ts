import { Person } from '../support/person';
import { World } from '../support/world';
import { request } from 'node:http';
import { connect } from 'node:net';

it('probe', async () => {
  const world = await World.begin('2026-03-02T12:00:00Z');
  const ada = await world.person('Ada');
  const api = ada.api;
  const habit = await ada.habit('Run');
  const out: unknown[] = [];
  const tell = async (what: string, p: Promise<{ status: number; headers: Headers; body: unknown }>) => {
    const started = performance.now();
    const { status, headers, body } = await p;
    out.push([what, status, headers.get('content-type'), Math.round(performance.now() - started), JSON.stringify(body).slice(0, 300)].join(' | '));
  };
  const schedule = { startDate: '2026-03-02', times: ['20:00'], recurrence: 'FREQ=DAILY' };
  await tell('voiceId NUL', api.post('/habits', { title: 'x', voiceId: 'a\u0000', schedule }));
  await tell('title surrogate', api.post('/habits', { title: 'x\ud800', schedule }));
  await tell('numeric no target', api.post('/habits', { title: 'x', kind: 'numeric', schedule }));
  await tell('numeric', api.post('/habits', { title: 'x', kind: 'numeric', target: { value: 1, unit: 'km', direction: 'at-least' }, schedule }));
  const num = await api.post('/habits', { title: 'x', kind: 'numeric', target: { value: 1, unit: 'km', direction: 'at-least' }, schedule });
  await tell('to yes-no', api.patch(`/habits/${num.body.id}`, { kind: 'yes-no' }));
  await tell('to numeric', api.patch(`/habits/${habit.id}`, { kind: 'numeric' }));
  await tell('target on yes-no', api.patch(`/habits/${(await ada.habit('Y')).id}`, { target: { value: 1, unit: 'km', direction: 'at-least' } }));
  await tell('change target of numeric', api.patch(`/habits/${num.body.id}`, { target: { value: 2, unit: 'km', direction: 'at-least' } }));
  await tell('target null of numeric', api.patch(`/habits/${num.body.id}`, { target: null }));
  const c = (t: string) => Buffer.from(t).toString('base64url');
  await tell('cursor dashes', api.get(`/habits?cursor=${c(`0 ${'-'.repeat(36)}`)}`));
  await tell('cursor BC', api.get(`/habits?cursor=${c(`-8640000000000000 ${habit.id}`)}`));
  await tell('cursor AD', api.get(`/habits?cursor=${c(`8640000000000000 ${habit.id}`)}`));
  await tell('cursor frac', api.get(`/habits?cursor=${c(`1.5 ${habit.id}`)}`));
  await tell('cursor NUL', api.get(`/habits?cursor=%00`));
  await tell('from 0000', api.get('/occurrences?from=0000-01-01&to=0000-01-02'));
  await tell('from 9999', api.get('/occurrences?from=9999-12-31&to=9999-12-31'));
  await tell('calendar 0000', api.get('/calendar/0000-01'));
  await tell('calendar 9999', api.get('/calendar/9999-12'));
  for (const d of ['0000-01-01', '9999-12-31', '9999-12-30', '2026-02-30', '1969-01-01'])
    await tell(`check-in ${d}`, api.put(`/habits/${habit.id}/days/${d}/20:00/check-in`, { status: 'completed' }));
  await tell('enddate 9999', api.post('/habits', { title: 'x', schedule: { ...schedule, endDate: '9999-12-31' } }));
  await tell('start 2199', api.post('/habits', { title: 'x', schedule: { ...schedule, startDate: '2199-12-31' } }));
  await tell('start 1970', api.post('/habits', { title: 'x', schedule: { ...schedule, startDate: '1970-01-01', recurrence: 'FREQ=DAILY;COUNT=100000' } }));
  for (const s of ['-271821-04-20T00:00:00.000Z', '+275760-09-13T00:00:00.000Z', 'tomorrow', 9e18, true, [], {}, '2026-13-45', 1e15])
    await tell(`silent ${JSON.stringify(s)}`, api.patch('/me/settings', { silentUntil: s }));
  await tell('limit twice', api.get('/habits?limit=1&limit=2'));
  await tell('limit NaN', api.get('/habits?limit=abc'));
  await tell('limit 0', api.get('/habits?limit=0'));
  await tell('limit 1e2', api.get('/habits?limit=1e2'));
  await tell('limit empty', api.get('/habits?limit='));
  await tell('unknown q', api.get('/habits?nope=1'));
  await tell('proto q', api.get('/habits?__proto__=1'));
  await tell('constructor q', api.get('/habits?constructor=1'));
  const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
    world.http.raw(`/api/v1${path}`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  await tell('proto', post('/auth/dev', '{"email":"a@example.com","__proto__":{"x":1}}'));
  await tell('constructor', post('/auth/dev', '{"email":"a@example.com","constructor":{"prototype":{"x":1}}}'));
  await tell('constructor plain', post('/auth/dev', '{"email":"a@example.com","constructor":1}'));
  await tell('toString', post('/auth/dev', '{"email":"a@example.com","toString":1}'));
  await tell('hasOwnProperty', post('/auth/dev', '{"email":"a@example.com","hasOwnProperty":1}'));
  for (const b of ['', '{', 'null', '[]', '1', '"x"', '[{"email":"a@example.com"}]', '{"email":{}}', '{"email":["a@example.com"]}', '\ufeff{"email":"b@example.com"}', '{"email":"a@example.com","email":"c@example.com"}', '{"email":"a@example.com","name":"\\u0000"}', '{"email":"a@example.com","timeZone":"\\u0000"}', '{"email":"a\\u0000@example.com"}'])
    await tell(`body ${b}`, post('/auth/dev', b));
  await tell('nested', post('/auth/dev', '['.repeat(40000) + ']'.repeat(40000)));
  await tell('101 kB', post('/auth/dev', JSON.stringify({ email: 'x'.repeat(101 * 1024) })));
  await tell('form', post('/auth/dev', 'email=a', { 'content-type': 'application/x-www-form-urlencoded' }));
  await tell('text', post('/auth/dev', 'email=a', { 'content-type': 'text/plain' }));
  await tell('odd ct', post('/auth/dev', 'email=a', { 'content-type': 'garbage' }));
  await tell('latin1', post('/auth/dev', '{"email":"a@example.com"}', { 'content-type': 'application/json; charset=latin1' }));
  await tell('bad utf8', post('/auth/dev', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])));
  await tell('bad url', world.http.raw('/api/v1/%zz', {}));
  await tell('bad url 2', api.get('/habits/%E0%A4%A'));
  await tell('long param', api.get(`/habits/${'x'.repeat(300)}`));
  await tell('NUL id', api.get('/habits/%00'));
  await tell('nowhere', api.get('/nowhere'));
  await tell('nowhere post', api.post('/nowhere', {}));
  await tell('method', world.http.raw('/api/v1/habits', { method: 'TRACE_X' as string }).catch((e) => ({ status: 0, headers: new Headers(), body: String(e) })));
  await tell('huge header', world.http.raw('/api/v1/me', { headers: { 'x-odd': 'x'.repeat(20000) } }));
  await tell('huge token', world.http.as('x'.repeat(12000)).get('/me'));
  const h = (o: unknown) => Buffer.from(JSON.stringify(o)).toString('base64url');
  await tell('payload no json', world.http.as(`${h({ alg: 'HS256', typ: 'JWT', kid: 'test-key' })}.${Buffer.from('nope').toString('base64url')}.c2ln`).get('/me'));
  await tell('payload null', world.http.as(`${h({ alg: 'HS256', typ: 'JWT', kid: 'test-key' })}.${h(null)}.c2ln`).get('/me'));
  await tell('header null', world.http.as(`${h(null)}.${h({})}.c2ln`).get('/me'));
  await tell('header no json', world.http.as(`bm9wZQ.${h({})}.c2ln`).get('/me'));
  await tell('kid obj', world.http.as(`${h({ alg: 'HS256', typ: 'JWT', kid: { a: 1 } })}.${h({})}.c2ln`).get('/me'));
  await tell('kid none', world.http.as(`${h({ alg: 'none' })}.${h({ sub: ada.id })}.`).get('/me'));
  await tell('answer', api.post(`/calls/${habit.id}/answer`, {}));
  await tell('checkin quantity 1e308', api.put(`/habits/${habit.id}/days/2026-03-02/20:00/check-in`, { status: 'completed', quantity: 1e308 }));
  await tell('late 1e21', api.post('/habits', { title: 'x', lateMinutes: 1e21, schedule }));
  await tell('note surr', api.put(`/habits/${habit.id}/days/2026-03-02/20:00/check-in`, { status: 'completed', note: 'x\udc00', quantity: 1e-9 }));
  for (const [m, p] of [['TRACE', '/api/v1/me'], ['OPTIONS', '/api/v1/me'], ['HEAD', '/api/v1/me'], ['PATCH', '/api/v1/habits']] as const)
    out.push(await new Promise((resolve) => {
      const { port } = new URL(world.http.origin);
      request({ port, host: '127.0.0.1', method: m, path: p }, (r) => { let t = ''; r.on('data', (d) => { t += d; }); r.on('end', () => resolve(`${m} ${r.statusCode} ${r.headers['content-type']} ${t}`)); }).on('error', (e) => resolve(`${m} ${e}`)).end();
    }));
  const raw = (text: string) => new Promise((resolve) => {
    const socket = connect(Number(new URL(world.http.origin).port), '127.0.0.1', () => socket.write(text));
    let t = '';
    socket.on('data', (d) => { t += d; });
    socket.on('close', () => resolve(t.slice(0, 700)));
    socket.on('error', (e) => resolve(String(e)));
    setTimeout(() => socket.destroy(), 1000);
  });
  out.push(['raw garbage', await raw('GARBAGE\r\n\r\n')].join());
  out.push(['raw bad url', await raw('GET //[ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')].join());
  out.push(['raw no host', await raw('GET /api/v1/me HTTP/1.0\r\n\r\n')].join());
  await world.end();
  require('node:fs').writeFileSync('/tmp/probe-out.txt', out.join('\n'));
}, 60000);
