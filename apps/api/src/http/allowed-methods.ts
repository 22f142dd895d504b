import type { Application } from 'express';

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
  match(path: string): boolean;
}

/** The methods that some route answers at this path; empty where there is none. */
export function allowedMethods(express: Application, path: string): string[] {
  const layers = express.router.stack as unknown as Layer[];
  const endpoints = layers.flatMap((layer) => {
    const names = Object.keys(layer.route?.methods ?? {});
    // An endpoint is routed by one method; Nest routes middleware by all of them.
    return layer.route && names.length === 1 && layer.match(path)
      ? [{ template: layer.route.path, method: String(names[0]).toUpperCase() }]
      : [];
  });
  // A path that is spelled out, such as `/leads/export`, is no value of another one's parameter.
  const spelledOut = endpoints.filter(({ template }) => !template.includes(':'));
  const methods = (spelledOut.length > 0 ? spelledOut : endpoints).map(({ method }) => method);
  if (methods.includes('GET')) methods.push('HEAD');
  return [...new Set(methods)].sort();
}
