export { OUTSIDE_THE_API } from './addresses';
export { refuseAddress, refuseConnection, refuseUnboundedBody } from './at-the-door';
export { limitCaching, spareUnchanged } from './caching';
export { corsFor } from './cors';
export {
  CurrentUser,
  EVERY_ROLE,
  EveryRole,
  FROM_PROVIDER,
  FromProvider,
  IS_PUBLIC,
  OPERATOR,
  OPS_TOKEN,
  Operator,
  PUBLIC,
  Public,
} from './decorators';
export { Example } from './field';
export { acceptFiles, jsonAsSent, TakesFile } from './files';
export { FRESH_SIGN_IN, FreshSignIn } from './fresh-sign-in';
export { htmlPage } from './html-page';
export { refusalOf } from './http.problems';
export { KnownMethods } from './known-methods';
export { ownOrigin } from './own-origin';
export { type Cursor, LongPageQuery, type Page, PageQuery, pageOf, readCursor } from './page.dto';
export { PathDate, PathMonth, PathTime } from './path-dates';
export { PathId } from './path-id';
export { asProblem, described, PROBLEM_JSON } from './problem-json';
export {
  DATE_FORM,
  IfGiven,
  IsInstant,
  IsLanguageTag,
  IsLocalDate,
  IsLocalTime,
  IsLocalTimeUpTo,
  IsNotBlank,
  IsPlainText,
  IsTimeZoneName,
  TIME_FORM,
} from './rules';
export { validation } from './validation';
export {
  atVersion,
  ExpectedVersion,
  IF_MATCH,
  IfMatch,
  isSetAlready,
  tagVersion,
  VERSIONED,
  Versioned,
} from './versions';
