import { select } from './fields.js';

/** The zone this browser lives in. */
export function browserZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** All zones the browser knows, with `chosen` selected and always among them, after the `others` that are no zone. */
export function zoneSelect(chosen, others = {}) {
  const zones = [...new Set([chosen, 'UTC', ...(Intl.supportedValuesOf?.('timeZone') ?? [])])].filter(Boolean).sort();
  const words = Object.fromEntries(zones.map((zone) => [zone, zone.replaceAll('_', ' ')]));
  return select('timeZone', '/timeZone', { ...others, ...words }, chosen);
}
