export type ProblemCategory =
  | 'validation'
  | 'authentication'
  | 'authorization'
  | 'not-found'
  | 'conflict'
  | 'rate-limit'
  | 'database'
  | 'external-service'
  | 'configuration'
  | 'internal';

export type ProblemSeverity = 'low' | 'medium' | 'high' | 'critical';

/** One field that was not as it should be. `pointer` is a JSON Pointer (RFC 6901) into the request. */
export interface FieldError {
  pointer: string;
  message: string;
}

/** What every problem of one kind has in common. */
export interface ProblemKind {
  code: string;
  status: number;
  title: string;
  category: ProblemCategory;
  severity?: ProblemSeverity;
}

/**
 * An expected failure, said once where it is known and mapped once to `application/problem+json` (RFC 9457).
 * Modules declare their kinds in `*.problems.ts`; nobody ever matches on the text.
 */
export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly detail: string,
    readonly errors: FieldError[] = [],
  ) {
    super(`${kind.code}: ${detail}`);
    this.name = 'Problem';
  }

  get status(): number {
    return this.kind.status;
  }
}

export const invalid: ProblemKind = {
  code: 'invalid-request',
  status: 400,
  title: 'The request is not as it should be',
  category: 'validation',
  severity: 'low',
};

export const notFound: ProblemKind = {
  code: 'not-found',
  status: 404,
  title: 'Not found',
  category: 'not-found',
  severity: 'low',
};

/** A request whose fields are wrong in ways only a rule of the product can see. */
export function invalidFields(errors: FieldError[]): Problem {
  return new Problem(invalid, errors.map((error) => error.message).join(' '), errors);
}

/** The same answer for what does not exist and for what is somebody else's. */
export function absent(what: string): Problem {
  return new Problem(notFound, `There is no such ${what}.`);
}
