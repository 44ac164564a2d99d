import { SECOND } from '../../../kernel/clock';

/** How long a call that the provider has taken may take until somebody picks up, before the provider is asked about it. */
export const RINGS_WITHIN = 60 * SECOND;

/** When a call is looked for among the provider's for the first time, if nobody can tell whether it was made. */
export const LOOK_FIRST_AFTER = 5 * SECOND;

/** How long an answered call may take until the provider connects the talk, or brings the first word. */
export const ANSWERED_FOR = 30 * SECOND;

/** How long one turn may take, from our words to theirs: they are spoken, thought about, and answered. */
export const TURN_LASTS = 60 * SECOND;
