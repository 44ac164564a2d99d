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

/** The pointer to what has this name, or this place in a list, inside of what `parent` points to. */
export function pointerInto(parent: string, name: string): string {
  return `${parent}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** What every problem of one kind has in common. */
export interface ProblemKind {
  /** Stable, kebab-case, one for each kind: what programs go by. */
  code: string;
  status: number;
  title: string;
  category: ProblemCategory;
  severity: ProblemSeverity;
  /** Whether the same request may succeed later without a change. */
  retryable: boolean;
  /** For the catalogue: when this happens and what the caller can do about it. */
  remedy: string;
}

const catalogue = new Map<string, ProblemKind>();

/**
 * Declares a kind of problem and enters it into the catalogue, so that `/docs/problems` tells of every kind there is.
 * To be called once for each kind, when its file is loaded.
 * @throws Error when the code is taken by another kind.
 */
export function problemKind(
  kind: Pick<ProblemKind, 'code' | 'status' | 'title' | 'category' | 'remedy'> & Partial<ProblemKind>,
): ProblemKind {
  if (catalogue.has(kind.code)) throw new Error(`There are two kinds of problem called "${kind.code}".`);
  const declared = { severity: 'low' as const, retryable: false, ...kind };
  catalogue.set(kind.code, declared);
  return declared;
}

/** Every kind of problem there is, by code. */
export function problemCatalogue(): ProblemKind[] {
  return [...catalogue.values()].toSorted((one, other) => (one.code < other.code ? -1 : 1));
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
    /** `headers` go out with the answer, such as `Retry-After`; `cause` goes into the log alone. */
    readonly also: { headers?: Record<string, string>; cause?: unknown } = {},
  ) {
    super(`${kind.code}: ${detail}`, { cause: also.cause });
    this.name = 'Problem';
  }

  get status(): number {
    return this.kind.status;
  }
}

export const invalid = problemKind({
  code: 'invalid-request',
  status: 400,
  title: 'The request is not as it should be',
  category: 'validation',
  remedy: 'Mend the fields named in "errors" and send the request again.',
});

export const notFound = problemKind({
  code: 'not-found',
  status: 404,
  title: 'Not found',
  category: 'not-found',
  remedy: 'There is nothing at this address, or it is not yours. Check the path and the id.',
});

/** A request whose fields are wrong in ways only a rule of the product can see. */
export function invalidFields(errors: FieldError[]): Problem {
  return new Problem(invalid, errors.map((error) => error.message).join(' '), errors);
}

/** The same answer for what does not exist and for what is somebody else's. */
export function absent(what: string): Problem {
  return new Problem(notFound, `There is no such ${what}.`);
}
