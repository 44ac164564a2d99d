import { givenOf, VARIABLES, type Variable } from './environment';
import type { Finding } from './finding';
import { findingsIn } from './findings';

/** What may be told about the configuration of this process: what there is to mend and what is set, without any value. */
export class Inspection {
  readonly findings: readonly Finding[];
  readonly variables: readonly { name: Variable; from: 'set' | 'default' }[];

  constructor(raw: Record<string, unknown>) {
    const given = givenOf(raw);
    this.findings = findingsIn(raw);
    this.variables = (Object.keys(VARIABLES) as Variable[]).map((name) => ({
      name,
      from: given[name] === undefined ? 'default' : 'set',
    }));
  }

  /** Whether a start would go through. */
  get isValid(): boolean {
    return !this.findings.some(({ level }) => level === 'required');
  }
}
