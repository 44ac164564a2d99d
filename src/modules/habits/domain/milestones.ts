const MILESTONES = [3, 7, 14, 30, 60, 100, 180, 365];
const YEAR = 365;

/** The next number of units in a row worth telling of, after the last of the list each further year of them. */
export function nextMilestone(current: number): number {
  return MILESTONES.find((milestone) => milestone > current) ?? (Math.floor(current / YEAR) + 1) * YEAR;
}
