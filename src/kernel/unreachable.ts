/** Closes an exhaustive `switch`: a case that was forgotten is a compile error here, and a loud one at run time. */
export function unreachable(value: never): never {
  throw new Error(`Unreachable: ${JSON.stringify(value)}`);
}
