import { once } from 'node:events';
import { connect } from 'node:net';
import type { Answer } from './http-client';

/** Sends the lines as they are, as no client of good manners would, and reads what comes back until the service hangs up. */
export function knock(origin: string, ...lines: string[]): Promise<Answer> {
  return mutter(origin, `${lines.join('\r\n')}\r\n\r\n`);
}

/** The same with a text that may stop anywhere. */
export async function mutter(origin: string, text: string): Promise<Answer> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  let heard = '';
  socket.setEncoding('utf8').on('data', (part) => {
    heard += part;
  });
  socket.on('error', () => {});
  socket.write(text);
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
