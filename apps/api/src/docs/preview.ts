import { NestFactory } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import { AppModule, type Resources } from '../app-module';
import { readSettings } from '../settings';
import { openApiDocument } from './openapi';

/** The OpenAPI document of the service, whose routes are known without opening anything. */
export async function previewOpenApiDocument(): Promise<OpenAPIObject> {
  const application = await NestFactory.create(
    AppModule.with({} as Resources, readSettings({ LOG_LEVEL: 'silent' })),
    {
      preview: true,
      logger: false,
    },
  );
  return openApiDocument(application);
}
