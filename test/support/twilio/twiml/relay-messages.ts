import { z } from 'zod';

/**
 * What an application may send over the relay. Twilio checks it strictly: what does not fit is not carried out.
 * @see https://www.twilio.com/docs/voice/conversationrelay/websocket-messages
 */
const outgoing = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    token: z.string(),
    last: z.boolean().default(false),
    lang: z.string().optional(),
    interruptible: z.boolean().optional(),
    preemptible: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('play'),
    source: z.url(),
    loop: z.int().optional(),
    interruptible: z.boolean().optional(),
    preemptible: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('sendDigits'), digits: z.string().regex(/^[0-9*#w]+$/) }),
  z.strictObject({
    type: z.literal('language'),
    ttsLanguage: z.string().optional(),
    transcriptionLanguage: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('end'), handoffData: z.string().optional() }),
]);

export type RelayMessage = z.output<typeof outgoing>;

/** Nothing for what Twilio would not understand. */
export function readRelayMessage(data: string): RelayMessage | undefined {
  try {
    return outgoing.safeParse(JSON.parse(data)).data;
  } catch {
    return undefined;
  }
}
