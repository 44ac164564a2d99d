import { select } from './fields.js';

/** The zone this browser lives in. */
export function browserZone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** All zones the browser knows, with `chosen` selected and always among them. */
export function zoneSelect(chosen) {
  const zones = [...new Set([chosen, 'UTC', ...(Intl.supportedValuesOf?.('timeZone') ?? [])])].sort();
  return select(
    'timeZone',
    '/timeZone',
    Object.fromEntries(zones.map((zone) => [zone, zone.replaceAll('_', ' ')])),
    chosen,
  );
}
