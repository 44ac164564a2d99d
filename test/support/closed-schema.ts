/**
 * The same schemas as JSON Schema, and closed: `nullable` of OpenAPI 3.0 becomes a choice, and an object has the fields that
 * are named and no others, so that nothing is told that is not documented.
 */
export function closed<Part>(part: Part): Part {
  if (Array.isArray(part)) return part.map(closed) as Part;
  if (part === null || typeof part !== 'object') return part;
  const inside = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, closed(value)]));
  return choice(inside) as Part;
}

function choice({ nullable, ...schema }: Record<string, unknown>): object {
  if (typeof schema.$ref === 'string' && schema.$ref.startsWith('#')) schema.$ref = `openapi${schema.$ref}`;
  const isOpen = typeof schema.properties !== 'object' || 'additionalProperties' in schema;
  const whole = isOpen ? schema : { ...schema, additionalProperties: false };
  return nullable === true ? { anyOf: [{ type: 'null' }, whole] } : whole;
}
