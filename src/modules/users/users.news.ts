import { topic } from '../../platform/news';

/** Their local time is another from now on: the zone moved, or the hour at which their day ends. */
export const localTimeChanged = topic<{ userId: string }>('users.local-time-changed');

/** Whether freezes keep their streak is otherwise from now on. */
export const streakFreezesSwitched = topic<{ userId: string; enabled: boolean }>('users.streak-freezes-switched');

/** They and everything of theirs are about to be deleted, in the same transaction. */
export const personLeaves = topic<{ userId: string }>('users.person-leaves');

/** They may not be called on the telephone any more: what waits for it falls away, in the same transaction. */
export const consentRevoked = topic<{ userId: string }>('users.consent-revoked');

/** They are not to be called any more: whatever is queued falls away, in the same transaction. */
export const callsSuppressed = topic<{ userId: string }>('users.calls-suppressed');
