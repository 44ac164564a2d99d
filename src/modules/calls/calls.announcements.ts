import type { Announcement } from '../../platform/changes';
import type { Call } from './call.entity';

/** A call whose ring can be heard, with what it is about. */
export interface Ringing {
  callId: string;
  userId: string;
  habits: { id: string; title: string }[];
  /** Id of the voice it will be held in. */
  voice: string;
  expiresAt: Date;
}

/** Tells the phone to ring; of no use once the ring is over. */
export function callRinging({ userId, callId, habits, voice, expiresAt }: Ringing, now: Date): Announcement {
  return { userId, topic: 'call.ringing', data: { callId, habits, voice, expiresAt, at: now }, expiresAt };
}

export function callUpdated({
  userId,
  id,
  status,
  ending,
}: Pick<Call, 'userId' | 'id' | 'status' | 'ending'>): Announcement {
  return { userId, topic: 'call.updated', data: { callId: id, status, ending } };
}
