export { refuseAddress, refuseConnection, refuseDeepBody } from './at-the-door';
export { CurrentUser, EVERY_ROLE, EveryRole, OPERATOR, Operator, PUBLIC, Public } from './decorators';
export { refusalOf } from './http.problems';
export { type Cursor, type Page, PageQuery, pageOf, readCursor } from './page.dto';
export { PathId } from './path-id';
export { asProblem, described, PROBLEM_JSON } from './problem-json';
export { IfGiven, IsInstant, IsLocalDate, IsLocalTime, IsNotBlank, IsPlainText, IsTimeZoneName } from './rules';
export { validation } from './validation';
