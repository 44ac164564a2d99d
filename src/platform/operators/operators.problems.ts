import { Problem, problemKind } from '../../kernel/problem';

const NOT_AN_OPERATOR = problemKind({
  code: 'not-an-operator',
  status: 401,
  title: 'For operators',
  category: 'authentication',
  remedy: 'Send OPS_TOKEN as "Authorization: Bearer <token>". No session opens this.',
});

export const notAnOperator = () =>
  new Problem(NOT_AN_OPERATOR, 'This is for operators: send OPS_TOKEN as "Authorization: Bearer <token>".');
