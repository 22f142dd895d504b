import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';

const BANNER = `// The types of openapi.json, written by \`nx run api-client:generate\`. Do not edit.\n\n`;

/** The files that follow from the document: their paths in the workspace, and what they hold. */
export async function clientFiles(document: OpenAPI3): Promise<Map<string, string>> {
  const types = await openapiTS(withTenantOfClient(document), {
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
  });
  const files = {
    'libs/api-client/openapi.json': JSON.stringify(document),
    'libs/api-client/src/openapi.gen.ts': BANNER + astToString(types),
  };
  const formatted = Object.entries(files).map(async ([path, text]) => {
    const options = await resolveConfig(path);
    return [path, await format(text, { ...options, filepath: path })] as const;
  });
  return new Map(await Promise.all(formatted));
}

/** The client names the tenant by itself: no call has to. */
function withTenantOfClient(document: OpenAPI3): OpenAPI3 {
  const { components } = document;
  const tenant = { ...components?.parameters?.['X-Tenant-ID'], required: false };
  return {
    ...document,
    components: {
      ...components,
      parameters: { ...components?.parameters, 'X-Tenant-ID': tenant as never },
    },
  };
}
