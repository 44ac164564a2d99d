import { Param, type PipeTransform } from '@nestjs/common';
import { dateProblem, monthProblem, timeProblem } from '../../kernel/local-time-check';
import { invalidFields } from '../../kernel/problem';

/** What is written wrongly names nothing that could be absent: a 400 that names the parameter, and what would be right. */
class WellWritten implements PipeTransform<string, string> {
  constructor(
    private readonly parameter: string,
    private readonly problemOf: (text: string) => string | null,
  ) {}

  transform(value: string): string {
    const message = this.problemOf(value);
    if (message !== null) throw invalidFields([{ pointer: `/${this.parameter}`, message }]);
    return value;
  }
}

/** The date of a route, `YYYY-MM-DD`. */
export const PathDate = (parameter: string) => Param(parameter, new WellWritten(parameter, dateProblem));

/** The time of day of a route, `HH:mm`. */
export const PathTime = (parameter: string) => Param(parameter, new WellWritten(parameter, timeProblem));

/** The month of a route, `YYYY-MM`. */
export const PathMonth = (parameter: string) => Param(parameter, new WellWritten(parameter, monthProblem));
