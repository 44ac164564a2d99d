import { types } from 'pg';

/** Reads what Postgres sends the way the product speaks of it: a `date` is a local date, counts and quantities are numbers. */
export function readTypesPlainly(): void {
  types.setTypeParser(types.builtins.DATE, (text) => text);
  types.setTypeParser(types.builtins.INT8, Number);
  types.setTypeParser(types.builtins.NUMERIC, Number);
}
