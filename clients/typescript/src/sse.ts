/** One block of a stream of server-sent events. */
export interface ServerSentEvent {
  id: string | null;
  event: string;
  data: string;
  /** How long to wait before coming back, in ms; null when nothing was said of it. */
  retry: number | null;
}

/** Reads server-sent events as they come in, and lets the stream go when the reader stops. */
export async function* serverSentEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerSentEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const blocks = (rest + decoder.decode(part.value, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      yield* blocks.map(eventOf);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A block of comments alone is an event without data. */
function eventOf(block: string): ServerSentEvent {
  const event: ServerSentEvent = { id: null, event: 'message', data: '', retry: null };
  for (const line of block.split('\n')) {
    const [, field, value = ''] = /^(\w+):? ?(.*)$/.exec(line) ?? [];
    if (field === 'id' || field === 'event') event[field] = value;
    else if (field === 'data') event.data += event.data ? `\n${value}` : value;
    else if (field === 'retry' && /^\d+$/.test(value)) event.retry = Number(value);
  }
  return event;
}
