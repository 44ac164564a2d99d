import type { CallStatus, Ending } from '../calls';
import type { OccurrenceStatus } from '../habits';
import type { MessageKind } from '../notifications';

/** A habit a call is about, in the words that are said. */
export class RingingHabit {
  /** Id of the habit. */
  id: string;
  /** Its title, as the call says it. */
  title: string;
}

/** `call.ringing`: ring now, until `expiresAt`. */
export class CallRinging {
  /** Id of the call: answer or decline it by this. */
  callId: string;
  /** What the call is about, in the order it will ask; empty for a test call. */
  habits: RingingHabit[];
  /** Id of the voice to speak in, one of `GET /voices`: the first habit's, else the person's, else Sarah's. */
  voice: string;
  /** When it stops ringing, 30 s after it began at the most. */
  expiresAt: Date;
  /** The service's time when this was told, for a phone whose clock is wrong. */
  at: Date;
}

/** `call.updated`: a call has gone on; stop ringing unless it still rings. */
export class CallUpdated {
  /** Id of the call. */
  callId: string;
  /** Where it is now. */
  status: CallStatus;
  /** How it ended; null until it has. */
  ending: Ending | null;
}

/** `occurrence.updated`: something that was asked of the person stands otherwise now. */
export class OccurrenceUpdated {
  /** Id of the occurrence. */
  occurrenceId: string;
  /** Id of the habit it belongs to. */
  habitId: string;
  /** The person's day it counts for, `YYYY-MM-DD`. */
  day: string;
  /** How it stands now. */
  status: OccurrenceStatus;
}

/** `habit.updated`: a habit was made, changed, paused, archived or deleted. Read it again. */
export class HabitUpdated {
  /** Id of the habit; reading it answers 404 once it is deleted. */
  habitId: string;
}

/** `streak.updated`: a streak is another now. */
export class StreakUpdated {
  /** Id of the habit, whose streak changes that over all habits too; null: that alone. */
  habitId: string | null;
}

/** `notification.created`: a message was written to the person. */
export class NotificationCreated {
  /** Id of the message. */
  id: string;
  /** Why it was written. */
  kind: MessageKind;
  /** Its heading: the titles of the habits it is about. */
  title: string;
  /** Its text, a sentence or two. */
  body: string;
  /** The occurrences it asks about. */
  occurrenceIds: string[];
}

/** `reconnect`: this process is about to stop. Open the stream again after the wait that `retry` names. */
export class Reconnect {}
