/** One value of each shape that JSON has: whatever a field takes, most of them are wrong. */
export const ONE_OF_EACH_SHAPE = [null, 7, 'x', [], {}, true, '7', [7], [null], [[]], [{}], { x: 7 }] as const;

/** The body with something else in the place that the pointer names. */
export function withAt(body: object, pointer: string, value: unknown): object {
  const changed = structuredClone(body);
  const names = pointer.split('/').slice(1);
  const last = names.pop()!;
  const place = names.reduce<Record<string, unknown>>((at, name) => at[name] as typeof at, changed as never);
  place[last] = value;
  return changed;
}

/** How the library that checks requests speaks when nobody tells it what to say. */
export const WORDS_OF_A_LIBRARY =
  /must be (a|an|one of|either|longer|shorter|conforming|larger|less|valid)( (string|object|array|integer|number|boolean|email|UUID|instance)\b|.* (following|conforming|valid|than|constraints|or equal))|must not be (less|greater)|each value in|nested property|should not|must contain|Validation failed|unknown value/;
