import { HOUR, MINUTE } from '../../kernel/clock';

/** How often something may be asked for. */
export interface Limit {
  /** Whose requests are counted together: a person's, or those that come from one address. */
  by: 'person' | 'address';
  quota: number;
  /** In milliseconds, from the first request on. */
  window: number;
  /** `fast`: in Redis or memory, lost with it. `rows`: in the database, for what costs money or rings somewhere. */
  kept: 'fast' | 'rows';
}

/**
 * All limits there are. `person` and `address` hold for every request of people, signed in or not; the others for the
 * routes that name them. An address may be a whole school's, so its numbers are higher than one person's would be.
 */
export const LIMITS = {
  person: { by: 'person', quota: 600, window: MINUTE, kept: 'fast' },
  address: { by: 'address', quota: 600, window: MINUTE, kept: 'fast' },
  'sign-in': { by: 'address', quota: 300, window: MINUTE, kept: 'fast' },
  refresh: { by: 'address', quota: 300, window: MINUTE, kept: 'fast' },
  'check-ins': { by: 'person', quota: 240, window: MINUTE, kept: 'fast' },
  'days-to-come': { by: 'person', quota: 120, window: MINUTE, kept: 'fast' },
  'calendar-feed': { by: 'address', quota: 300, window: MINUTE, kept: 'fast' },
  imports: { by: 'person', quota: 40, window: HOUR, kept: 'fast' },
  'voice-previews': { by: 'person', quota: 60, window: HOUR, kept: 'rows' },
  'phone-numbers': { by: 'person', quota: 10, window: HOUR, kept: 'rows' },
  'phone-numbers-from-address': { by: 'address', quota: 30, window: HOUR, kept: 'rows' },
  'phone-codes': { by: 'person', quota: 30, window: HOUR, kept: 'rows' },
  calls: { by: 'person', quota: 90, window: HOUR, kept: 'rows' },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof LIMITS;
