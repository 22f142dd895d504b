import { Problem } from '@leadlog/contracts/problem';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';

const DESCRIPTION = `An event-sourced lead CRM. Every tenant sees only its own leads.

The examples run as they stand against the tenant \`demo\`, which \`npm run demo\` fills.`;

/** The OpenAPI document of the routes that the application serves. */
export function openApiDocument(application: NestExpressApplication): OpenAPIObject {
  const info = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Leadlog')
    .setDescription(DESCRIPTION)
    .setVersion('1')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addTag('leads')
    .addTag('history')
    .addTag('operations')
    .build();
  const document = SwaggerModule.createDocument(application, info, {
    operationIdFactory: (_controller, method) => method,
  });
  return addProblemSchema(document);
}

/** No endpoint answers a problem by itself, so that the scan of the controllers misses its schema. */
function addProblemSchema(document: OpenAPIObject): OpenAPIObject {
  const { $defs = {}, $schema: _, ...problem } = z.toJSONSchema(Problem, { io: 'output' });
  const renamed = JSON.parse(JSON.stringify({ problem, $defs }).replaceAll('#/$defs/', COMPONENTS));
  document.components ??= {};
  document.components.schemas = { ...document.components.schemas, ...renamed.$defs };
  return document;
}

const COMPONENTS = '#/components/schemas/';

/** Serves the document at `/openapi.json` and Swagger UI at `/docs`. */
export function serveDocs(application: NestExpressApplication): void {
  SwaggerModule.setup('docs', application, () => openApiDocument(application), {
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
    customSiteTitle: 'Leadlog API',
    swaggerOptions: { tryItOutEnabled: true, displayRequestDuration: true },
  });
}
