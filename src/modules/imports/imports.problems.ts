import { Problem, problemKind } from '../../kernel/problem';

const FILE_NOT_UNDERSTOOD = problemKind({
  code: 'file-not-understood',
  status: 400,
  title: 'The file is not what it should be',
  category: 'validation',
  remedy: 'Send the file as the other program exported it, or a CSV with the columns of docs/import.md.',
});

/** Nothing of the file can be taken; a row that cannot be taken is no problem but is told in the preview. */
export const fileNotUnderstood = (detail: string) => new Problem(FILE_NOT_UNDERSTOOD, detail);
