import type { Application } from 'express';

interface Layer {
  route?: { methods: Record<string, boolean> };
  match(path: string): boolean;
}

/** The methods that some route answers at this path; empty where there is none. */
export function allowedMethods(express: Application, path: string): string[] {
  const layers = express.router.stack as unknown as Layer[];
  const methods = layers
    .filter((layer) => layer.match(path))
    .map((layer) => Object.keys(layer.route?.methods ?? {}))
    // An endpoint is routed by one method; Nest routes middleware by all of them.
    .flatMap((names) => (names.length === 1 ? names : []))
    .map((method) => method.toUpperCase());
  if (methods.includes('GET')) methods.push('HEAD');
  return [...new Set(methods)].sort();
}
