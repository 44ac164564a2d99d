import document from '../../docs/openapi.json';

interface Media {
  schema?: object;
  example?: unknown;
  examples?: object;
}

interface Operation {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  security: object[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { $ref?: string; content?: Record<string, Media> }>;
}

const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item as unknown as Record<string, Operation>).map(
    ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const,
  ),
);
const schemas = Object.entries(document.components.schemas as Record<string, { properties?: Record<string, object> }>);

describe('The OpenAPI document', () => {
  it.each(operations)(
    'tells %s in words, under a name of its own',
    (_, { operationId, summary, description, tags }) => {
      expect(operationId).toMatch(/^[a-z][A-Za-z]+$/);
      expect(operations.filter(([, other]) => other.operationId === operationId)).toHaveLength(1);
      expect(summary).toMatch(/^.{5,60}$/);
      expect(description).toMatch(/\w/);
      expect(document.tags.map(({ name }) => name)).toEqual(expect.arrayContaining(tags));
      expect(tags).toHaveLength(1);
    },
  );

  it.each(operations)('shows by example what %s takes and answers', (_, { requestBody, responses }) => {
    const answers = Object.values(responses).filter(({ $ref }) => !$ref);
    const media = [requestBody, ...answers].map((body) => body?.content?.['application/json']);
    for (const one of media.filter((some) => some?.schema)) expect(one).toHaveProperty('example');
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
