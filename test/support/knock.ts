import { once } from 'node:events';
import { connect } from 'node:net';
import type { Answer } from './http-client';

/** Sends the very bytes, as no client of good manners would, and reads what comes back until the service hangs up. */
export async function knock(origin: string, ...lines: string[]): Promise<Answer> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  let heard = '';
  socket.setEncoding('utf8').on('data', (text) => {
    heard += text;
  });
  socket.on('error', () => {});
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  await once(socket, 'close');
  return parsed(heard);
}

function parsed(text: string): Answer {
  const [head = '', body = ''] = text.split('\r\n\r\n', 2);
  const [statusLine = '', ...fields] = head.split('\r\n');
  const headers = new Headers(fields.map((field) => field.split(': ', 2) as [string, string]));
  const isJson = headers.get('content-type')?.includes('json') ?? false;
  return { status: Number(statusLine.split(' ')[1]), headers, body: isJson ? JSON.parse(body) : {} };
}
