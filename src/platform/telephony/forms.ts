import type { FastifyInstance } from 'fastify';

/** Where forms are taken: nowhere else does the service know them. */
const WEBHOOKS = '/twilio/';

/** The fields of a form as they were sent, none of them trimmed; one that came twice is a list. */
export type Fields = Record<string, string | string[]>;

/** Lets webhooks bring forms, as telephone providers do. To be called before the first route is made. */
export function acceptForms(fastify: FastifyInstance): void {
  const parsed = { parseAs: 'string' as const };
  fastify.addContentTypeParser<string>('application/x-www-form-urlencoded', parsed, (request, body, done) => {
    if (request.url.startsWith(WEBHOOKS)) done(null, fieldsIn(body));
    else done(Object.assign(new Error('No form is taken here.'), { statusCode: 415 }));
  });
}

function fieldsIn(body: string): Fields {
  const fields: Fields = Object.create(null);
  for (const [name, value] of new URLSearchParams(body)) {
    const before = fields[name];
    if (before === undefined) fields[name] = value;
    else if (Array.isArray(before)) before.push(value);
    else fields[name] = [before, value];
  }
  return fields;
}
