import { invalid, invalidFields, Problem, problemKind } from '../../kernel/problem';

const CHANGED_MEANWHILE = problemKind({
  code: 'changed-meanwhile',
  status: 412,
  title: 'It was changed meanwhile',
  category: 'conflict',
  remedy: 'Read it again, look at what became of it, and send your change with its new "ETag" as "If-Match".',
});

/** Somebody else's change came first. `etag` is the version they left. */
export const changedMeanwhile = (etag: string) =>
  new Problem(CHANGED_MEANWHILE, 'It was changed after you read it: read it again before you change it.', [], {
    headers: { etag },
  });

/** What was sent is JSON, and no object. */
export const noObject = () =>
  invalidFields([{ pointer: '', message: 'Send a JSON object with the fields of this request.' }]);

export const malformedIfMatch = () =>
  new Problem(invalid, 'The If-Match header must be "*" or the ETag of an answer, quotes included, such as "7".');
