import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

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
  return SwaggerModule.createDocument(app, description, { operationIdFactory: (_, method) => method });
}

/** Swagger UI at `/docs`, the document at `/docs/openapi.json`. */
export function serveDocumentation(app: NestFastifyApplication): void {
  SwaggerModule.setup('docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'docs/openapi.json',
    customSiteTitle: 'Callivate API',
    swaggerOptions: { persistAuthorization: true },
  });
}
