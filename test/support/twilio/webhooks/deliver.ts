import { once } from 'node:events';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import type { Road } from '../roads';

export interface Letter {
  method: 'GET' | 'POST';
  road: Road;
  signature: string;
  /** Form fields, url-encoded; nothing of a GET. */
  body: string;
  /** So many milliseconds its body comes after its head. */
  slow: number;
}

export interface Answer {
  status: number;
  contentType: string;
  body: string;
}

/** Sends a webhook as Twilio does, on a connection of its own. Nothing when no answer comes; redirects are answers. */
export async function deliver(letter: Letter, signal: AbortSignal): Promise<Answer | null> {
  try {
    const response = await answerTo(letter, signal);
    const body = Buffer.concat(await response.toArray()).toString();
    return { status: response.statusCode!, contentType: response.headers['content-type'] ?? '', body };
  } catch {
    return null;
  }
}

async function answerTo(
  { method, road, signature, body, slow }: Letter,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const { url, headers } = road;
  const request = (url.startsWith('https:') ? requestHttps : requestHttp)(url, {
    method,
    headers,
    signal,
    agent: false,
  });
  const answered = once(request, 'response');
  request.setHeader('x-twilio-signature', signature);
  request.setHeader('user-agent', 'TwilioProxy/1.1');
  request.setHeader('accept', '*/*');
  if (method === 'POST') {
    request.setHeader('content-type', 'application/x-www-form-urlencoded; charset=UTF-8');
    request.setHeader('content-length', Buffer.byteLength(body));
  }
  if (slow > 0) {
    request.flushHeaders();
    await pause(slow);
  }
  request.end(body);
  const [response] = (await answered) as [IncomingMessage];
  return response;
}
