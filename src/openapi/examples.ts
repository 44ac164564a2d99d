import type { OpenAPIObject } from '@nestjs/swagger';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;
type Schema = Schemas[string];
type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const ID = '019acb3e-7c00-7000-8000-000000000002';

/** What a field of this name may hold, where its schema does not say. */
const BY_NAME: Record<string, unknown> = {
  id: ID,
  habitId: ID,
  occurrenceId: ID,
  callId: ID,
  habitIds: [ID],
  occurrenceIds: [ID],
  email: 'lea@example.com',
  name: 'Lea',
  timeZone: 'Europe/Lisbon',
  locale: 'en',
  language: 'en',
  number: '•••1234',
  title: 'Read ten pages',
  startDate: '2026-03-02',
  endDate: null,
  times: ['07:00'],
  recurrence: 'FREQ=DAILY',
  localDate: '2026-03-02',
  day: '2026-03-02',
  startedOn: '2026-03-02',
  month: '2026-03',
  localTime: '07:00',
  start: '08:00',
  end: '21:00',
  dayEndsAt: '03:00',
  unit: 'pages',
  avatarUrl: null,
  voiceId: null,
  defaultVoiceId: null,
  nextCursor: null,
  cost: null,
  relayUrl: 'ws://127.0.0.1:3000/relay?ticket=once',
};

/** Gives every request and answer in JSON an example, made from its schema. */
export function withExamples(operation: Operation, schemas: Schemas): void {
  const answers = Object.values(operation.responses).filter((response) => response !== undefined);
  for (const body of [operation.requestBody, ...answers]) {
    if (!body || !('content' in body)) continue;
    const media = body.content?.['application/json'];
    if (media?.schema && !media.example) media.example = exampleOf(media.schema, schemas);
  }
}

function exampleOf(schema: Schema, schemas: Schemas, name = ''): unknown {
  if ('$ref' in schema) return exampleOf(schemas[schema.$ref.replace(/.*\//, '')] ?? {}, schemas, name);
  if (schema.example !== undefined) return schema.example;
  if (schema.default !== undefined && name !== 'recurrence') return schema.default;
  if (name in BY_NAME) return BY_NAME[name];
  if (schema.allOf?.[0]) return exampleOf(schema.allOf[0], schemas, name);
  if (schema.enum) return schema.enum.toSorted()[0];
  if (schema.type === 'array') return schema.items ? [exampleOf(schema.items, schemas, name)] : [];
  if (schema.properties) return exampleOfObject(schema.properties, schemas);
  return plainExample(schema);
}

function exampleOfObject(properties: Record<string, Schema>, schemas: Schemas): object {
  return Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, exampleOf(one, schemas, name)]));
}

function plainExample({ type, format, minimum, nullable }: Exclude<Schema, { $ref: string }>): unknown {
  if (format === 'date-time') return '2026-03-02T07:00:00.000Z';
  if (nullable) return null;
  if (type === 'number' || type === 'integer') return Math.max(1, Math.ceil(minimum ?? 1));
  if (type === 'boolean') return true;
  return type === 'object' ? {} : 'As it was said.';
}
