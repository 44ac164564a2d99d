import { CallivateClient, type Surroundings } from '../../clients/typescript/src';

/** A service that answers as the test says, one answer after the other, and a clock that waiting moves on. */
export class Scripted {
  readonly asked: Request[] = [];
  readonly waits: number[] = [];
  private now = Date.parse('2026-03-02T12:00:00Z');

  /** An error is a request that gets no answer. */
  constructor(private readonly answers: (Response | Error)[]) {}

  /** An app that speaks to it. */
  client(): CallivateClient {
    const tokens = { accessToken: 'access', refreshToken: 'refresh' };
    return new CallivateClient({ origin: 'http://callivate.test', tokens, surroundings: this.surroundings });
  }

  private readonly surroundings: Surroundings = {
    fetch: async (request) => {
      this.asked.push(request);
      const answer = this.answers.shift() ?? new Error('Nobody has said what to answer.');
      if (answer instanceof Error) throw answer;
      return answer;
    },
    wait: async (milliseconds) => {
      this.waits.push(milliseconds);
      this.now += milliseconds;
    },
    now: () => this.now,
  };
}

export const offline = () => new TypeError('fetch failed');

export const refused = (status: number, headers: Record<string, string> = {}) => {
  const problem = { status, code: 'some-code', detail: 'No.' };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers },
  });
};

export const answered = (body: object, status = 200) => Response.json(body, { status });

/** A stream of these pieces of text, which then breaks off. */
export const streamed = (...pieces: (string | Uint8Array)[]) => {
  const text = new TextEncoder();
  const body = new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(typeof piece === 'string' ? text.encode(piece) : piece);
      controller.close();
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
};
