import type { OpenAPIObject } from '@nestjs/swagger';
import { EXAMPLES, EXAMPLES_OF_OPERATIONS } from './story';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** Gives every request and answer in JSON its example. A request has that of its schema: it comes before any answer. */
export function withExamples({ operationId = '', requestBody, responses }: Operation): void {
  exemplify(requestBody);
  for (const response of Object.values(responses)) exemplify(response, EXAMPLES_OF_OPERATIONS[operationId]);
}

/** Gives what is no body of its own, the data of an event, its example, too. */
export function withExamplesOfEvents(schemas: Schemas, { responses }: Operation): void {
  for (const response of Object.values(responses)) {
    const schema = contentOf(response)?.['text/event-stream']?.schema;
    for (const event of (schema && 'anyOf' in schema && schema.anyOf) || []) {
      const name = nameOf(event);
      const described = schemas[name];
      if (described && !('$ref' in described)) described.example = EXAMPLES[name];
    }
  }
}

type Body = Operation['requestBody'] | Operation['responses'][string];

function exemplify(body: Body, own?: object): void {
  const media = contentOf(body)?.['application/json'];
  if (!media?.schema || media.example) return;
  const example = own ?? EXAMPLES[nameOf(media.schema)] ?? exampleInside(media.schema);
  if (example) media.example = example;
}

/** A schema that is written in place brings its example itself, or those of its fields. */
function exampleInside(schema: Schemas[string]): unknown {
  if ('$ref' in schema) return undefined;
  if (schema.example !== undefined || !schema.properties) return schema.example;
  const fields = Object.entries(schema.properties).map(([name, field]) => [name, exampleInside(field)]);
  return Object.fromEntries(fields.filter(([, example]) => example !== undefined));
}

function contentOf(body: Body) {
  return body && 'content' in body ? body.content : undefined;
}

function nameOf(schema: Schemas[string]): string {
  return '$ref' in schema ? schema.$ref.replace(/.*\//, '') : '';
}
