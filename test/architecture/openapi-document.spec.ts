import document from '../../docs/openapi.json';
import { wrongByDocument, wrongBySchema } from '../support/documented';

interface Media {
  schema?: object;
  example?: unknown;
  examples?: Record<string, { value: unknown }>;
}

interface Operation {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  security: object[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { $ref?: string; description?: string; content?: Record<string, Media> }>;
}

const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item as unknown as Record<string, Operation>).map(
    ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const,
  ),
);
const schemas = Object.entries(
  document.components.schemas as Record<string, { properties?: Record<string, object>; example?: unknown }>,
);
const responsesByName = document.components.responses as unknown as Operation['responses'];

describe('The OpenAPI document', () => {
  it.each(operations)(
    'tells %s in words, under a name of its own',
    (_, { operationId, summary, description, tags, responses }) => {
      expect(operationId).toMatch(/^[a-z][A-Za-z]+$/);
      expect(operations.filter(([, other]) => other.operationId === operationId)).toHaveLength(1);
      expect(summary).toMatch(/^.{5,60}$/);
      for (const told of [{ description }, ...Object.values(responses)]) {
        if (!('$ref' in told)) expect(told.description).toMatch(/\w/);
      }
      expect(document.tags.map(({ name }) => name)).toEqual(expect.arrayContaining(tags));
      expect(tags).toHaveLength(1);
    },
  );

  it.each(operations)('shows by example what %s takes and answers', (_, { requestBody, responses }) => {
    const answers = Object.values(responses).filter(({ $ref }) => !$ref);
    const media = [requestBody, ...answers].map((body) => body?.content?.['application/json']);
    for (const one of media.filter((some) => some?.schema)) expect(one).toHaveProperty('example');
  });

  it('shows nothing by example that is not as it is described', () => {
    const shown = operations.flatMap(([name, { requestBody, responses }]) =>
      [requestBody, ...Object.values(responses), ...Object.values(responsesByName)].flatMap((body) =>
        Object.values(body?.content ?? {}).flatMap(({ schema, example, examples = {} }) =>
          [example, ...Object.values(examples).map(({ value }) => value)].map((one) => ({ name, schema, one })),
        ),
      ),
    );
    const told = shown.filter(({ one }) => one !== undefined);

    expect(told.length).toBeGreaterThan(80);
    for (const { name, schema, one } of told) expect([name, wrongByDocument(schema ?? {}, one)]).toEqual([name, null]);
    for (const [name, { example }] of schemas) if (example) expect(wrongBySchema(name, example)).toBeNull();
  });

  it.each(operations)('says of %s who may ask, and what may go wrong', (name, { security, requestBody, responses }) => {
    expect(security).toBeInstanceOf(Array);
    expect(responses).toHaveProperty('429.$ref', '#/components/responses/TooManyRequests');
    expect(responses).toHaveProperty('500.$ref', '#/components/responses/Internal');
    if (requestBody) expect(responses).toHaveProperty('400.$ref', '#/components/responses/InvalidRequest');
    if (security.length > 0) expect(responses).toHaveProperty('401.$ref', '#/components/responses/Unauthenticated');
    if (name.includes('{')) expect(responses).toHaveProperty('404.$ref', '#/components/responses/NotFound');
  });

  it.each(schemas)('describes every field of %s', (_, { properties = {} }) => {
    const silent = Object.entries(properties).filter(([, field]) => !('description' in field) && !('$ref' in field));
    expect(silent.map(([name]) => name)).toEqual([]);
  });
});
