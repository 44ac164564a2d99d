export const LEVELS = ['required', 'recommended', 'optional'] as const;

/** `required` stops the start; the others are told and stop nothing. */
export type Level = (typeof LEVELS)[number];

/** Something to mend in the configuration. It never holds the value of a variable: that may be a secret. */
export interface Finding {
  /** Name of the variable; one that we do not read when it looks like a slip of the pen. */
  variable: string;
  level: Level;
  /** What is wrong, to be read after the name of the variable. */
  problem: string;
  /** What to do, as a sentence. */
  remedy: string;
}

/** A finding as a person reads it. */
export function sentence({ variable, level, problem, remedy }: Finding): string {
  return `${variable} ${problem}${level === 'required' ? '' : ` (${level})`}. ${remedy}`;
}

/** How many there are of each level. */
export function countByLevel(findings: readonly Finding[]): Record<Level, number> {
  const count = (level: Level) => findings.filter((finding) => finding.level === level).length;
  return { required: count('required'), recommended: count('recommended'), optional: count('optional') };
}
