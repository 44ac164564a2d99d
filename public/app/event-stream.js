import { sendSignedIn } from './api.js';

/** The server breathes every 15 s; silence for longer than this means the line is dead, whatever the socket says. */
const SILENCE_MS = 40_000;
const LONGEST_PAUSE_MS = 15_000;

/**
 * Reads the server's news until stopped, reconnecting with growing pauses and `Last-Event-ID`, so that nothing is lost in between.
 * Read by fetch because EventSource cannot send a token. `onNews(name, data)`, `onConnection('open' | 'lost')`.
 */
export function readNews({ onNews, onConnection }) {
  const stopped = new AbortController();
  const reading = { lastEventId: null, failures: 0, wakeUp: () => undefined };
  const hurry = () => reading.wakeUp();
  window.addEventListener('online', hurry, { signal: stopped.signal });
  document.addEventListener('visibilitychange', hurry, { signal: stopped.signal });
  void keepReading(reading, stopped.signal, { onNews, onConnection });
  return () => stopped.abort();
}

/** Splits a text/event-stream into events. `feed` takes any piece of it and returns the events it completed. */
export function eventParser() {
  let rest = '';
  return (piece) => {
    rest += piece.replaceAll('\r\n', '\n');
    const blocks = rest.split('\n\n');
    rest = blocks.pop();
    return blocks.map(parseBlock).filter(Boolean);
  };
}

async function keepReading(reading, stop, listeners) {
  while (!stop.aborted) {
    await readOnce(reading, stop, listeners).catch(() => undefined);
    if (stop.aborted) return;
    reading.failures += 1;
    listeners.onConnection('lost');
    await pause(reading);
  }
}

async function readOnce(reading, stop, { onNews, onConnection }) {
  const silence = new AbortController();
  const signal = AbortSignal.any([stop, silence.signal]);
  let timer = setTimeout(() => silence.abort(), SILENCE_MS);
  try {
    const headers = reading.lastEventId ? { 'Last-Event-ID': reading.lastEventId } : {};
    const response = await sendSignedIn('GET', '/events', {
      headers: { Accept: 'text/event-stream', ...headers },
      signal,
    });
    reading.failures = 0;
    onConnection('open');
    const feed = eventParser();
    for await (const piece of chunks(response.body)) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), SILENCE_MS);
      for (const event of feed(piece)) deliver(event, reading, onNews);
    }
  } finally {
    clearTimeout(timer);
    silence.abort();
  }
}

function deliver(event, reading, onNews) {
  if (event.id) reading.lastEventId = event.id;
  if (event.data !== null) onNews(event.name, event.data);
}

/** Safari has no async iterator on streams yet, so the reader is driven by hand. */
async function* chunks(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

function parseBlock(block) {
  const event = { id: null, name: 'message', data: null };
  const lines = [];
  for (const line of block.split('\n')) {
    const [, field, value] = /^(id|event|data): ?(.*)$/.exec(line) ?? [];
    if (field === 'id') event.id = value;
    if (field === 'event') event.name = value;
    if (field === 'data') lines.push(value);
  }
  if (lines.length > 0) event.data = parseJson(lines.join('\n'));
  return event.id || lines.length > 0 ? event : null;
}

function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A random part keeps a thousand pages from coming back in the same instant after a restart. */
function pause(reading) {
  const longest = Math.min(LONGEST_PAUSE_MS, 500 * 2 ** reading.failures);
  return new Promise((resolve) => {
    reading.wakeUp = resolve;
    setTimeout(resolve, longest / 2 + (Math.random() * longest) / 2);
  });
}
