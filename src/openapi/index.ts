import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

import { OPS_TOKEN } from '../platform/http';
import { completed } from './completed';
import { describeManners } from './manners';

const ABOUT = `Phones people at the moment a habit is due, asks whether it is done, and keeps their streaks.

**Get a token:** in development, send an e-mail address to \`POST /api/v1/auth/dev\`. Send the access token as
\`Authorization: Bearer\`; trade the refresh token at \`POST /api/v1/auth/refresh\` when it expires.

**Errors** are \`application/problem+json\` (RFC 9457); go by their \`code\`. Any request may be refused before its route is
known: 408 when it comes too slowly, 431 when its headers have more than 16 kB.`;

/** Describes the API. Complete only in the built application, where the DTOs' comments have become its text. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Callivate')
    .setDescription(ABOUT)
    .setVersion('1')
    .addServer('/', 'The service that gave this document')
    .addServer('http://127.0.0.1:3000', 'A service started on this machine by `npm start`')
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'JWT',
      description: 'The access token of a person.',
    })
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: '`OPS_TOKEN`, for operators alone.' }, OPS_TOKEN)
    .build();
  const document = SwaggerModule.createDocument(app, description, { operationIdFactory: operationId });
  return withSortedEnums(describeManners(completed(document)));
}

/** Swagger UI at `/docs`, the document at `/docs/openapi.json`. */
export function serveDocumentation(app: NestFastifyApplication): void {
  SwaggerModule.setup('docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'docs/openapi.json',
    customSiteTitle: 'Callivate API',
    swaggerOptions: { persistAuthorization: true },
  });
}

/** `habitsList` of `HabitsController.list`: what a generated client will call its methods. */
function operationId(controller: string, method: string): string {
  const name = controller.replace(/Controller$/, '');
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}${method.charAt(0).toUpperCase()}${method.slice(1)}`;
}

/** The compiler lists the values of a union in an order of its own; sorted, the document is the same after every build. */
function withSortedEnums<Part>(part: Part): Part {
  if (Array.isArray(part)) return part.map(withSortedEnums) as Part;
  if (part === null || typeof part !== 'object') return part;
  const entries = Object.entries(part).map(([key, value]) => [
    key,
    key === 'enum' && Array.isArray(value) ? value.toSorted() : withSortedEnums(value),
  ]);
  return Object.fromEntries(entries) as Part;
}
