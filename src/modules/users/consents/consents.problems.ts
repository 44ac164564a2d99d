import { Problem, problemKind } from '../../../kernel/problem';

const CONSENT_OUTDATED = problemKind({
  code: 'consent-outdated',
  status: 409,
  title: 'This is not the text that is agreed to now',
  category: 'conflict',
  remedy: 'Read GET /consents/calls, show its text to the person, and send its version.',
});

export const consentOutdated = (current: string) =>
  new Problem(
    CONSENT_OUTDATED,
    `The text to agree to has the version "${current}" now. Show it, and send that version.`,
    [{ pointer: '/version', message: `The version shown now is "${current}".` }],
  );
