/** Resolves with the first `call.ringing` of this call. @throws when the stream ends before it. */
export async function firstRing(events: ReadableStream<string>, callId: string): Promise<void> {
  let unread = '';
  for await (const piece of events.values({ preventCancel: true })) {
    const blocks = (unread + piece).split('\n\n');
    unread = blocks.pop() ?? '';
    if (blocks.some((block) => isRing(block, callId))) return;
  }
  throw new Error('The stream of events ended before it rang.');
}

function isRing(block: string, callId: string): boolean {
  const [, topic] = /^event: (.*)$/m.exec(block) ?? [];
  const [, data] = /^data: (.*)$/m.exec(block) ?? [];
  return topic === 'call.ringing' && data !== undefined && JSON.parse(data).callId === callId;
}
