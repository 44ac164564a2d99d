import type { TimeZone } from './local-time';

/**
 * The known zone somebody most likely meant, by the name of its place: "Europe/Berln", "Europ/Berlin" and "Berlin" all
 * mean "Europe/Berlin". Null when nothing is near enough to be worth a suggestion.
 */
export function nearestZone(typed: string): TimeZone | null {
  if (typed.length > LONGEST_NAME) return null;
  const spoken = SPOKEN_ZONES.get(typed.trim().toUpperCase());
  if (spoken) return spoken;
  const wanted = placeOf(typed);
  let nearest: TimeZone | null = null;
  let nearestDistance = Math.max(1, Math.floor(wanted.length / LETTERS_PER_SLIP)) + 1;
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const place = placeOf(zone);
    if (Math.abs(place.length - wanted.length) >= nearestDistance) continue;
    const distance = editDistance(wanted, place);
    if (distance < nearestDistance) [nearest, nearestDistance] = [zone, distance];
  }
  return nearest;
}

/** Letters that people say for a zone and IANA does not know; those that mean several are left out. */
const SPOKEN_ZONES = new Map<string, TimeZone>([
  ['PST', 'America/Los_Angeles'],
  ['PDT', 'America/Los_Angeles'],
  ['MDT', 'America/Denver'],
  ['CDT', 'America/Chicago'],
  ['EDT', 'America/New_York'],
  ['BST', 'Europe/London'],
  ['CEST', 'Europe/Berlin'],
  ['MESZ', 'Europe/Berlin'],
  ['EEST', 'Europe/Athens'],
  ['JST', 'Asia/Tokyo'],
  ['AEST', 'Australia/Sydney'],
  ['AEDT', 'Australia/Sydney'],
  ['NZST', 'Pacific/Auckland'],
  ['NZDT', 'Pacific/Auckland'],
]);

/** Characters; the longest IANA name has 32. */
const LONGEST_NAME = 50;

/** One letter in four may be wrong, and one in a short name. */
const LETTERS_PER_SLIP = 4;

function placeOf(zone: string): string {
  return plain(zone.slice(zone.lastIndexOf('/') + 1));
}

function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

/** Levenshtein's distance: how many letters to insert, drop or replace. */
function editDistance(one: string, other: string): number {
  let above = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [row, letter] of [...one].entries()) {
    const current = [row + 1];
    for (let column = 1; column <= other.length; column += 1) {
      const replaced = above[column - 1]! + (letter === other[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, above[column]! + 1, current[column - 1]! + 1));
    }
    above = current;
  }
  return above[other.length]!;
}
