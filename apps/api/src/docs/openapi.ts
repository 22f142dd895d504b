import { Problem } from '@leadlog/contracts/problem';
import type { INestApplication } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { apiDocumentationPolicy } from '../http/security-headers';
import { ContractSchemas } from './contract-schemas';
import { addConventions } from './conventions';
import { INTRODUCTION, TAGS } from './introduction';

/** The OpenAPI document of the routes that the application serves. */
export function openApiDocument(application: INestApplication): OpenAPIObject {
  const schemas = new ContractSchemas();
  const document = SwaggerModule.createDocument(application, documentInfo(), {
    operationIdFactory: (_controller, method) => method,
    standardSchemaConverter: schemas.convert,
  });
  // No endpoint answers a problem by itself, so that the scan of the controllers misses its schema.
  schemas.add(Problem, 'output');
  document.components = { ...document.components, schemas: schemas.components };
  addConventions(document);
  const { openapi, info, servers, security, tags, ...routes } = document;
  return { openapi, info, servers, security, tags, ...routes };
}

function documentInfo() {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Leadlog')
    .setDescription(INTRODUCTION)
    .setVersion('1')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer('/', 'The service that serves this document.');
  for (const [name, description] of Object.entries(TAGS)) builder.addTag(name, description);
  // In header mode whoever reaches the service names the tenant: there is no secret to send.
  const { contact: _, ...info } = builder.build().info;
  return { ...builder.build(), info, security: [] };
}

/** Serves the document at `/openapi.json` and Swagger UI at `/docs`. */
export function serveDocs(application: NestExpressApplication): void {
  application.use('/docs', apiDocumentationPolicy);
  SwaggerModule.setup('docs', application, () => openApiDocument(application), {
    jsonDocumentUrl: 'openapi.json',
    yamlDocumentUrl: 'openapi.yaml',
    customSiteTitle: 'Leadlog API',
    swaggerOptions: { tryItOutEnabled: true, displayRequestDuration: true },
  });
}
