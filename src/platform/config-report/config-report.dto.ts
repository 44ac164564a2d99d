import type { Finding, Inspection, Level } from '../config';

/** Something to mend in the configuration. */
export class FindingResponse implements Finding {
  /** Name of the variable; one that the service does not read when it looks like a slip of the pen. */
  variable: string;
  /** `required` stops the next start; the others stop nothing. */
  level: Level;
  /** What is wrong, to be read after the name of the variable. It never holds the value. */
  problem: string;
  /** What to do, as a sentence. */
  remedy: string;
}

/** A variable that the service reads, without its value. */
export class VariableResponse {
  /** As it is written in the environment. */
  name: string;
  /** `set` by the environment or `.env`; `default` when it is not set, or empty. */
  from: 'set' | 'default';
}

/** What may be told about the configuration of this process. */
export class ConfigReportResponse {
  /** Whether nothing `required` is to mend: a start would go through. */
  valid: boolean;
  /** What is to mend, the gravest first. */
  findings: FindingResponse[];
  /** Every variable there is, in the order of `.env.example`. */
  variables: VariableResponse[];

  static of({ isValid, findings, variables }: Inspection): ConfigReportResponse {
    return { valid: isValid, findings: [...findings], variables: [...variables] };
  }
}
