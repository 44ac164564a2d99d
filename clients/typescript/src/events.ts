import { CallivateProblem } from './problem';
import { type Transport, waited } from './transport';

/** Something that happened to the person's things. `id` is its place in the log; a ring that goes on has none. */
export interface CallivateEvent {
  id: string | null;
  topic: string;
  data: Record<string, unknown>;
}

const WAIT_MS = 1000;

/**
 * Tells events until the signal says stop, and comes back after the last that was read when the stream breaks.
 * @throws CallivateProblem when the service refuses.
 */
export async function* readEvents(
  transport: Transport,
  origin: string,
  signal: AbortSignal,
  lastEventId: string | null = null,
): AsyncGenerator<CallivateEvent> {
  let last = lastEventId;
  while (!signal.aborted) {
    try {
      for await (const event of oneStream(transport, origin, signal, last)) {
        last = event.id ?? last;
        yield event;
      }
    } catch (error) {
      if (error instanceof CallivateProblem) throw error;
    }
    if (!signal.aborted) await waited(WAIT_MS);
  }
}

async function* oneStream(
  transport: Transport,
  origin: string,
  signal: AbortSignal,
  last: string | null,
): AsyncGenerator<CallivateEvent> {
  const headers = { accept: 'text/event-stream', ...(last && { 'last-event-id': last }) };
  const response = await transport.fetch(new Request(`${origin}/api/v1/events`, { headers, signal }));
  if (!response.ok || !response.body) throw await CallivateProblem.of(response);
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const blocks = (rest + decoder.decode(part.value, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) if (!block.startsWith(':')) yield eventOf(block);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function eventOf(block: string): CallivateEvent {
  const fields = new Map(
    block.split('\n').map((line) => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), line.slice(colon + 2)];
    }),
  );
  return {
    id: fields.get('id') ?? null,
    topic: fields.get('event') ?? 'message',
    data: JSON.parse(fields.get('data') ?? '{}'),
  };
}
