import type { Answer } from './http-client';

const URL_OF_KIND = /^\/docs\/problems#[a-z-]+$/;

/** That the answer is this problem, told in full (RFC 9457) and never by chance. */
export function expectProblem({ status, headers, body }: Answer<object>, expected: number, code?: string): void {
  expect({ status, body }).toMatchObject({ status: expected, body: code ? { code } : {} });
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(body).toMatchObject({
    type: expect.stringMatching(URL_OF_KIND),
    title: expect.stringMatching(/\w/),
    status: expected,
    detail: expect.stringMatching(/^\S.*[.?!]$/s),
    instance: expect.stringMatching(/^\//),
    code: expect.stringMatching(/^[a-z-]+$/),
    category: expect.stringMatching(/^[a-z-]+$/),
    severity: expect.stringMatching(/^(low|medium|high|critical)$/),
    correlationId: expect.stringMatching(/^[\w.:-]{8,128}$/),
  });
}

/** The fields a refusal names, each with what would be right. */
export function fieldErrors({ body }: Answer<object>): Record<string, string> {
  const { errors = [] } = body as { errors?: { pointer: string; message: string }[] };
  return Object.fromEntries(errors.map(({ pointer, message }) => [pointer, message]));
}
