import type { OpenAPIObject } from '@nestjs/swagger';
import { withExamples, withExamplesOfEvents } from './examples';
import { completedOperation, operationsOf } from './operations';
import { PROBLEM_RESPONSES, PROBLEM_SCHEMA } from './problem-responses';
import { TAGS } from './tags';

/** Adds what holds for every route by rule, so that a controller says only what is its own. */
export function completed(document: OpenAPIObject): OpenAPIObject {
  const schemas = { ...document.components?.schemas, Problem: PROBLEM_SCHEMA };
  const whole: OpenAPIObject = {
    ...document,
    tags: TAGS,
    components: { ...document.components, schemas, responses: PROBLEM_RESPONSES },
  };
  for (const { path, operation } of operationsOf(whole)) {
    Object.assign(operation, completedOperation(path, operation));
    delete operation['x-public'];
    withExamples(operation);
    withExamplesOfEvents(schemas, operation);
  }
  return whole;
}
