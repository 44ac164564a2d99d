import { MINUTE, SECOND } from '../../../kernel/clock';

/** How long a phone rings before it counts as not answered. */
export const RINGS_FOR = 30 * SECOND;

/** How long a dial may take before its outcome counts as unknown. */
export const DIAL_LEASE = 30 * SECOND;

/** How long an answered call waits for its socket before it counts as lost. */
export const CONNECT_WITHIN = 15 * SECOND;

/** How long a talk lives without a sign of its process. */
export const TALK_LEASE = 15 * SECOND;

/** How often a talk renews its lease and looks whether it is still wanted. */
export const RENEW_EVERY = 5 * SECOND;

/** No call lasts longer. */
export const LONGEST_TALK = 3 * MINUTE;

/** On a telephone the provider cuts it off after as long: a goodbye is said before. */
export const LONGEST_ON_TELEPHONE = LONGEST_TALK - 15 * SECOND;

/** How long we wait for an answer before we ask again. Who types tells by partial prompts that they are answering. */
export const SILENCE = 6 * SECOND;

/** People taken care of in one transaction. */
export const PEOPLE_AT_ONCE = 500;

/** Transactions of a sweep at the same time: while one waits for the database, another thinks. */
export const LANES = 2;

/** Calls that are each brought to their end alone, at the same time: few enough to leave connections to everybody else. */
export const ENDINGS_AT_ONCE = 4;
