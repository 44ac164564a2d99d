export { refuseAddress, refuseConnection, refuseDeepBody } from './at-the-door';
export {
  CurrentUser,
  EVERY_ROLE,
  EveryRole,
  IS_PUBLIC,
  OPERATOR,
  OPS_TOKEN,
  Operator,
  PUBLIC,
  Public,
} from './decorators';
export { type Cursor, type Page, PageQuery, pageOf, readCursor } from './page.dto';
export { PathId } from './path-id';
export { ProblemFilter } from './problem.filter';
export { IfGiven, IsInstant, IsLocalDate, IsLocalTime, IsNotBlank, IsPlainText, IsTimeZoneName } from './rules';
export { validation } from './validation';
