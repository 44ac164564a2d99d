/**
 * SQL: the call is in one of the states, for statements that name their calls by id. Written so that no partial index over states
 * answers it: PostgreSQL counts those in a quiet hour, takes them for empty, prefers them to the ids, and in a busy minute
 * reads them from end to end for each batch. `states` is an array of text, a parameter or a literal.
 */
export function inState(states: string): string {
  return `array_position(${states}::text[], status) IS NOT NULL`;
}
