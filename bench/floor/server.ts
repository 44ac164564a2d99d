import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { JwtService } from '@nestjs/jwt';
import { Pool } from 'pg';
import { WebSocketServer } from 'ws';
import { ISSUED, KEY } from '../people';
import { checkIn, isAlive, today } from './statements';

/**
 * The least that could answer the same requests: `node:http`, `pg` with as many connections as the product has, the same
 * check of the token, the same statements. No framework, no validation, no log, no other route.
 */
const { DATABASE_URL, PORT } = process.env;
const pool = new Pool({ connectionString: DATABASE_URL, max: 10 });
const jwt = new JwtService();

const CHECK_IN = /^\/api\/v1\/occurrences\/([\da-f-]{36})\/check-in$/;

async function answer(request: IncomingMessage): Promise<object> {
  if (request.url === '/health/ready') return (await pool.query('SELECT 1')).rows;
  const token = request.headers.authorization!.slice('Bearer '.length);
  const { sub, sid } = jwt.verify(token, { secret: KEY.secret, algorithms: ['HS256'], ...ISSUED });
  if (!(await isAlive(pool, sid, sub))) throw new Error('The session is over.');
  if (request.url === '/api/v1/today') return today(pool, sub);
  return checkIn(pool, sub, CHECK_IN.exec(request.url!)![1]!, JSON.parse(await text(request)).status);
}

/** What a telephone provider tells is read and answered by one question, as if nothing had to be understood or written down. */
const TOLD =
  '<?xml version="1.0"?><Response><Gather input="speech dtmf"><Say>Have you done it?</Say></Gather></Response>';

const server = createServer((request, response) => {
  if (request.url?.startsWith('/twilio/')) {
    void text(request).then((form) => {
      new URLSearchParams(form);
      response.writeHead(200, { 'content-type': 'text/xml' }).end(TOLD);
    });
    return;
  }
  answer(request).then(
    (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
    (error: Error) => response.writeHead(500).end(error.message),
  );
});

/** Whatever comes on a socket is read and answered by one sentence, as if nothing had to be understood or written down. */
new WebSocketServer({ server }).on('connection', (socket) => {
  socket.on('message', (data) => {
    JSON.parse(data.toString());
    socket.send('{"type":"text","token":"Have you done it?","last":true,"lang":"en-US","interruptible":true}');
  });
});

server.listen(Number(PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
