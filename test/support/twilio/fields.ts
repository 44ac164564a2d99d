/** The fields of a form as they came: what is there more than once is a list. */
export type Fields = Record<string, string | string[]>;

export function fieldsOf(form: URLSearchParams): Fields {
  const names = new Set(form.keys());
  return Object.fromEntries(
    [...names].map((name) => {
      const values = form.getAll(name);
      return [name, values.length === 1 ? values[0]! : values];
    }),
  );
}

/** The first value of a field; nothing when it is missing or empty. */
export function field(fields: Fields, name: string): string | undefined {
  return fieldList(fields, name)[0] || undefined;
}

export function fieldList(fields: Fields, name: string): string[] {
  const value = fields[name];
  return value === undefined ? [] : [value].flat();
}
