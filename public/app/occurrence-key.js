/** What names an occurrence on the page: its id, or the moment the rule gives it while it lies too far ahead to have one. */
export function keyOf({ id, habitId, localDate, localTime }) {
  return id ?? `${habitId}.${localDate}.${localTime}`;
}

/** Where a word about it goes. */
export function checkInPath({ id, habitId, localDate, localTime }) {
  return id ? `/occurrences/${id}/check-in` : momentPath(habitId, localDate, localTime);
}

/** Where a word about a moment goes that may have no row yet: early, or long past. */
export function momentPath(habitId, localDate, localTime) {
  return `/habits/${habitId}/days/${localDate}/${localTime}/check-in`;
}

/** Whether a single change of a schedule is about this occurrence. */
export function isAbout(exception, { localDate, localTime }) {
  return exception.localDate === localDate && exception.localTime === localTime;
}
