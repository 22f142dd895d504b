import { previewOpenApiDocument } from './preview';

process.stdout.write(`${JSON.stringify(await previewOpenApiDocument(), null, 2)}\n`);
