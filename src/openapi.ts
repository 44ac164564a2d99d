import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { describeManners } from './openapi.manners';

/** Describes the API. Complete only in the built application, where the DTOs' comments have become its text. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Callivate')
    .setDescription(
      'Phones people at the moment a habit is due, asks whether it is done, and keeps their streaks. ' +
        'Sign in by `POST /api/v1/auth/dev`, then send the access token as `Authorization: Bearer`. ' +
        'Errors are `application/problem+json` (RFC 9457).',
    )
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .build();
  const document = SwaggerModule.createDocument(app, description, { operationIdFactory: operationId });
  return withSortedEnums(describeManners(document));
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
