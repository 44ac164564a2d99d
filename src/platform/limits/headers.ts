import { SECOND } from '../../kernel/clock';
import { LIMITS, type LimitName } from './limits';

/** How a limit stands for whoever asks. */
export interface Standing {
  name: LimitName;
  remaining: number;
  /** Milliseconds until the whole quota is there again. */
  resetsIn: number;
  refused: boolean;
}

/** `RateLimit` and `RateLimit-Policy` of draft-ietf-httpapi-ratelimit-headers: quotas, what is left of them, and seconds. */
export function rateLimitHeaders(standings: Standing[]): Record<string, string> {
  return {
    'RateLimit-Policy': standings.map(({ name }) => policyOf(name)).join(', '),
    RateLimit: standings
      .map((standing) => `"${standing.name}";r=${standing.remaining};t=${secondsOf(standing)}`)
      .join(', '),
  };
}

/** Whole seconds until it resets, never too few. */
export function secondsOf({ resetsIn }: Standing): number {
  return Math.ceil(resetsIn / SECOND);
}

function policyOf(name: LimitName): string {
  const { quota, window } = LIMITS[name];
  return `"${name}";q=${quota};w=${window / SECOND}`;
}
