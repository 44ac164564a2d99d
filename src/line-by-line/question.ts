import type { Type } from '@nestjs/common';
import { invalid, Problem } from '../kernel/problem';
import { asProblem, described, refuseUnboundedBody, validation } from '../platform/http';
import { type Line, LONGEST_LINE, TOO_LONG } from './lines';

/** The problem as the API would say it, without what belongs to a request alone. */
export type Refusal = Pick<ReturnType<typeof described>, 'type' | 'title' | 'status' | 'code' | 'detail' | 'errors'>;

/** The question in one line of JSON, checked as the body of a request is. @throws Problem when it is none. */
export async function questionIn<Question>(line: Line, type: Type<Question>, example: string): Promise<Question> {
  if (line === TOO_LONG) throw malformed(`A line may have at most ${LONGEST_LINE / 1_000_000} MB.`);
  const value = parsed(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw malformed(`A line is a JSON object, as ${example}.`);
  }
  await refuseUnboundedBody({ body: value });
  return validation.transform(value, { type: 'body', metatype: type });
}

/** What is wrong with a line, as its answer. */
export function refusalOf(error: unknown): Refusal {
  const { type, title, status, code, detail, errors } = described(asProblem(error), { id: '', url: '' });
  return { type, title, status, code, detail, errors };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw malformed('The line is not valid JSON.');
  }
}

function malformed(detail: string): Problem {
  return new Problem(invalid, detail);
}
