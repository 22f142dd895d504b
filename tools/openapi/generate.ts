/** Writes the OpenAPI document and the client's types anew: `nx run api-client:generate`. */
import { writeFileSync } from 'node:fs';
import { clientFiles } from './client-files.ts';
import { serviceDocument } from './service-document.ts';

for (const [path, text] of await clientFiles(serviceDocument())) {
  writeFileSync(path, text);
  console.log(`wrote ${path}`);
}
