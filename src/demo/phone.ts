import { WebSocket } from 'ws';

/** Long after the last word was said; whoever was not understood hangs up. */
const NO_MORE_WORDS_FOR = 5000;

/** A call as its person reads it. */
export interface CallRead {
  id: string;
  purpose: 'due' | 'follow-up' | 'callback' | 'now' | 'test';
  attempt: number;
  status: string;
  ending: string | null;
  occurrenceIds: string[];
  habitIds: string[];
  results: { meaning: string; quote: string | null; callBackAt: string | null }[];
}

/** Something said into the phone, or a key pressed. */
export type Uttered = { type: 'prompt'; voicePrompt: string; last: true } | { type: 'dtmf'; digit: string };

/** The service said no, in its own words. */
export class Refusal extends Error {}

interface Session {
  accessToken: string;
  /** Null for somebody who brought an access token alone. */
  refreshToken: string | null;
  user: { id: string };
}

/** A person's phone, from outside: it knows the service by its public address alone. */
export class Phone {
  private constructor(
    private readonly origin: string,
    private session: Session,
  ) {}

  static async signIn(origin: string, person: { email: string; name: string; timeZone: string }): Promise<Phone> {
    return new Phone(origin, await json<Session>(await send(origin, 'POST', '/auth/dev', person)));
  }

  /** For a service without `/auth/dev`: somebody who has signed in elsewhere. */
  static async withToken(origin: string, accessToken: string): Promise<Phone> {
    const user = await json<Session['user']>(await send(origin, 'GET', '/me', undefined, accessToken));
    return new Phone(origin, { accessToken, refreshToken: null, user });
  }

  get userId(): string {
    return this.session.user.id;
  }

  async get<Body>(path: string): Promise<Body> {
    return json<Body>(await this.ask('GET', path));
  }

  async post<Body>(path: string, body: unknown): Promise<Body> {
    return json<Body>(await this.ask('POST', path, body));
  }

  async put<Body>(path: string, body: unknown): Promise<Body> {
    return json<Body>(await this.ask('PUT', path, body));
  }

  async delete(path: string): Promise<void> {
    const response = await this.ask('DELETE', path);
    if (!response.ok) await json(response);
  }

  /** What happens to the person's things, as text of server-sent events, until the signal. */
  async events(signal: AbortSignal): Promise<ReadableStream<string>> {
    const response = await this.ask('GET', '/events', undefined, signal);
    if (!response.ok || !response.body) throw new Refusal(`No events: ${response.status}`);
    return response.body.pipeThrough(new TextDecoderStream());
  }

  /** Picks up and says it all. False when somebody else was quicker. */
  async answer(callId: string, utterances: Uttered[]): Promise<boolean> {
    const response = await this.ask('POST', `/calls/${callId}/answer`);
    if (response.status === 409) return false;
    const { relayUrl } = await json<{ relayUrl: string }>(response);
    await talk(relayUrl, callId, utterances);
    return true;
  }

  /** False when somebody else was quicker. */
  async decline(callId: string): Promise<boolean> {
    const response = await this.ask('POST', `/calls/${callId}/decline`);
    if (response.status !== 409) await json(response);
    return response.status !== 409;
  }

  /** An hour passes in no time here: the access token is mostly found expired, and renewed. */
  private async ask(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
    const response = await send(this.origin, method, path, body, this.session.accessToken, signal);
    const { refreshToken } = this.session;
    if (response.status !== 401 || refreshToken === null) return response;
    this.session = await json<Session>(await send(this.origin, 'POST', '/auth/refresh', { refreshToken }));
    return send(this.origin, method, path, body, this.session.accessToken, signal);
  }
}

function send(
  origin: string,
  method: string,
  path: string,
  body?: unknown,
  token?: string,
  signal?: AbortSignal,
): Promise<Response> {
  const headers = {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  const text = body === undefined ? undefined : JSON.stringify(body);
  return fetch(`${origin}/api/v1${path}`, { method, headers, body: text, signal });
}

async function json<Body>(response: Response): Promise<Body> {
  const body = (await response.json()) as Body & { detail?: string };
  if (!response.ok) throw new Refusal(body.detail ?? response.statusText);
  return body;
}

/** Resolves when the call is over. Each time Callivate has finished speaking, the next thing is said. */
function talk(relayUrl: string, callId: string, utterances: Uttered[]): Promise<void> {
  const rest = [...utterances];
  const socket = new WebSocket(relayUrl);
  const say = (message: object) => socket.send(JSON.stringify(message));
  let patience: NodeJS.Timeout | undefined;
  socket.on('open', () => say({ type: 'setup', callSid: callId }));
  socket.on('message', (data) => {
    const heard = JSON.parse(data.toString()) as { type: string; last?: boolean };
    if (heard.type === 'end') return socket.close();
    if (!heard.last) return;
    const next = rest.shift();
    if (next) say(next);
    else patience ??= setTimeout(() => socket.close(), NO_MORE_WORDS_FOR);
  });
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', () => {
      clearTimeout(patience);
      resolve();
    });
  });
}
