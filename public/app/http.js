const BASE = '/api/v1';

/** What the server answered instead of what was asked: its own sentence, and which fields it is about. */
export class Problem extends Error {
  constructor(status, body) {
    super(body?.detail ?? body?.title ?? sentenceFor(status));
    this.status = status;
    this.code = body?.code ?? null;
    this.fields = body?.errors ?? [];
  }
}

/**
 * One request to the API: `body` goes as JSON, `file` ({content, type}) as it is. `accessToken` may be absent: signing in has
 * none yet. Throws a Problem; status 0 means nobody answered.
 */
export async function send(method, path, { body, file, accessToken, headers, signal } = {}) {
  const sent = file ?? asJson(body);
  const response = await fetch(BASE + path, {
    method,
    signal,
    headers: {
      ...(sent ? { 'Content-Type': sent.type } : {}),
      ...(accessToken ? { Authorization: `Bearer ${accessToken}` } : {}),
      ...headers,
    },
    body: sent?.content,
  }).catch((cause) => {
    if (signal?.aborted) throw cause;
    throw new Problem(0, null);
  });
  if (!response.ok) throw new Problem(response.status, await readJson(response));
  return response;
}

/** The JSON of an answer, or null when there is none to read. */
export async function readJson(response) {
  const text = await response.text().catch(() => '');
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

function asJson(body) {
  return body === undefined ? null : { content: JSON.stringify(body), type: 'application/json' };
}

function sentenceFor(status) {
  if (status === 0) return 'Callivate cannot be reached right now. Check that it is running.';
  if (status === 429) return 'That was a little too often. Wait a moment and try again.';
  return `Something went wrong (${status}).`;
}
