import { invalid, Problem, type ProblemKind, problemKind } from '../../kernel/problem';
import { columnsTaken, type DatabaseErrorClass, databaseErrorClass, withoutValues } from './database-errors';
import { camelCase } from './snake-names';

export const DATABASE_UNAVAILABLE = problemKind({
  code: 'database-unavailable',
  status: 503,
  title: 'The service cannot reach its database',
  category: 'database',
  severity: 'critical',
  retryable: true,
  remedy: 'Nothing was kept of this request. Send it again after the seconds named in "Retry-After".',
});

export const DATABASE_BUSY = problemKind({
  code: 'database-busy',
  status: 503,
  title: 'The service has too much to do just now',
  category: 'database',
  severity: 'high',
  retryable: true,
  remedy: 'Nothing was kept of this request. Send it again after the seconds named in "Retry-After".',
});

const ALREADY_TAKEN = problemKind({
  code: 'already-taken',
  status: 409,
  title: 'There is one already',
  category: 'conflict',
  remedy: 'Something with the fields named in "errors" exists. Read it again, or choose another value.',
});

const GONE_MEANWHILE = problemKind({
  code: 'gone-meanwhile',
  status: 409,
  title: 'It was removed meanwhile',
  category: 'conflict',
  remedy: 'What the request speaks of is there no more, or something else still needs it. Read it again.',
});

const FAULTY = problemKind({
  code: 'database-failed',
  status: 500,
  title: 'Something went wrong on our side',
  category: 'database',
  severity: 'high',
  remedy: 'Tell us the correlation id: this is a mistake of ours, and sending it again will not help.',
});

/** In seconds. Who is busy is free again soon; a database that is gone takes a little to come back. */
const RETRY_AFTER = { busy: 2, unavailable: 5 };

/** Does the work; what the database refuses or fails to do leaves as a `Problem`, with the original as its cause. */
export async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asProblem(error);
  }
}

function asProblem(error: unknown): unknown {
  if (error instanceof Problem) return error;
  const kind = databaseErrorClass(error);
  return kind ? PROBLEMS[kind](error) : error;
}

const PROBLEMS: Record<DatabaseErrorClass, (error: unknown) => Problem> = {
  unavailable: (error) =>
    later(DATABASE_UNAVAILABLE, 'The database does not answer. Please try again.', RETRY_AFTER.unavailable, error),
  busy: (error) => later(DATABASE_BUSY, 'This took too long. Please try again.', RETRY_AFTER.busy, error),
  contended: (error) =>
    later(DATABASE_BUSY, 'Others changed the same just now. Please try again.', RETRY_AFTER.busy, error),
  duplicate: taken,
  dangling: (error) => because(GONE_MEANWHILE, 'What this speaks of is there no more, or is still needed.', error),
  unfit: (error) => because(invalid, 'A value is not one that can be kept.', error),
  faulty: (error) => because(FAULTY, 'This is a mistake of ours.', error),
};

function later(kind: ProblemKind, detail: string, seconds: number, error: unknown): Problem {
  return new Problem(kind, detail, [], { headers: { 'Retry-After': String(seconds) }, cause: withoutValues(error) });
}

function because(kind: ProblemKind, detail: string, error: unknown): Problem {
  return new Problem(kind, detail, [], { cause: withoutValues(error) });
}

/** Names the fields. Whose it is goes without saying: nobody is told of another person's things. */
function taken(error: unknown): Problem {
  const fields = columnsTaken(error)
    .map(camelCase)
    .filter((field) => field !== 'userId');
  const errors = fields.map((field) => ({ pointer: `/${field}`, message: 'There is one with this already.' }));
  return new Problem(ALREADY_TAKEN, 'There is one like this already.', errors, { cause: withoutValues(error) });
}
