import type { components } from './schema';

type ProblemBody = components['schemas']['Problem'];

/** A request that was refused. Go by `code`: it is stable, and there is one for each kind of problem. */
export class CallivateProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    /** All that was said of it; null when something between us and the service has answered. */
    readonly body: ProblemBody | null,
  ) {
    super(body?.detail ?? `The answer was ${status}.`);
    this.name = 'CallivateProblem';
  }

  /** Reads the problem from an answer that is none of the good ones. */
  static async of(response: Response): Promise<CallivateProblem> {
    const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') ?? false;
    const body = isProblem ? ((await response.json()) as ProblemBody) : null;
    return new CallivateProblem(response.status, body?.code ?? 'unknown', body);
  }
}
