import { z } from 'zod';

/**
 * What a line sends us over the relay: Twilio's ConversationRelay messages, spoken by the browser phone as well, so that
 * the conversation has one implementation. Fields we do not use are let be; types we do not know are passed over.
 * @see https://www.twilio.com/docs/voice/conversationrelay/websocket-messages
 */
const incoming = z.discriminatedUnion('type', [
  z.object({ type: z.literal('setup'), callSid: z.string().max(200).optional() }),
  z.object({
    type: z.literal('prompt'),
    voicePrompt: z.string().transform(speakable),
    last: z.boolean().default(true),
  }),
  z.object({ type: z.literal('dtmf'), digit: z.string().regex(/^[0-9*#]$/) }),
  z.object({ type: z.literal('interrupt') }),
  z.object({ type: z.literal('error'), description: z.string().optional() }),
]);

export type Incoming = z.output<typeof incoming>;

export type Outgoing =
  | { type: 'text'; token: string; last: boolean; lang: string; interruptible: boolean; preemptible: boolean }
  | { type: 'end'; handoffData: string };

/** Close codes of the relay beyond the standard ones; the reason says it in words. */
export const CLOSED = { ticket: 4401, order: 4400, lease: 4409, silent: 4408 } as const;

/** Longer than anybody speaks in one breath; the rest is not heard. */
export const LONGEST_PROMPT = 2000;

/** Nobody says a control character, and no database keeps one. */
function speakable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]/gu, ' ');
}

const KNOWN = new Set(['setup', 'prompt', 'dtmf', 'interrupt', 'error']);

/** The message, nothing for a type we do not know, and an error for what is not a message at all. */
export function readMessage(data: string): Incoming | null | Error {
  const parsed = json(data);
  const type = (parsed as { type?: unknown } | null)?.type;
  if (typeof type !== 'string') return new Error('Send JSON objects with a "type".');
  if (!KNOWN.has(type)) return null;
  const result = incoming.safeParse(parsed);
  return result.success ? result.data : new Error(`This is not a "${type}" message of ConversationRelay.`);
}

function json(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}
