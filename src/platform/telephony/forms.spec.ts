import { fastify as create, type FastifyInstance } from 'fastify';
import { acceptForms } from './forms';

describe('A form', () => {
  let fastify: FastifyInstance;

  beforeAll(async () => {
    fastify = create();
    acceptForms(fastify);
    for (const path of ['/twilio/status', '/api/v1/habits']) fastify.post(path, ({ body }) => body);
    await fastify.ready();
  });

  afterAll(() => fastify.close());

  const send = (url: string, payload: string) =>
    fastify.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/x-www-form-urlencoded' } });

  it('is read field by field, none of them trimmed, and one that came again is a list', async () => {
    const { body } = await send('/twilio/status', 'SpeechResult=%20yes%20&a=1&b=&a=2&a=1');
    expect(JSON.parse(body)).toEqual({ SpeechResult: ' yes ', a: ['1', '2', '1'], b: '' });
  });

  it('has no fields but its own, whatever they are called', async () => {
    const { body } = await send('/twilio/status', '__proto__=a&constructor=b');
    expect(body).toBe('{"__proto__":"a","constructor":"b"}');
  });

  it.each(['/api/v1/habits', '/api/v1/habits?/twilio/'])('is taken nowhere but from the provider: %s', async (path) => {
    expect((await send(path, 'a=1')).statusCode).toBe(415);
  });

  it('that says one field fifty thousand times keeps nobody waiting', async () => {
    const begun = performance.now();
    await send('/twilio/status', 'a&'.repeat(50_000));
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});
