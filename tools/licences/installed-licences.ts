import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences under which a package may be shipped with an MIT program, as SPDX names them. */
const PERMISSIVE = [
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'],
  ...['BlueOak-1.0.0', 'CC0-1.0', 'Unlicense', 'Python-2.0', 'Zlib'],
];

interface Lock {
  packages: Record<string, { dev?: boolean; devOptional?: boolean }>;
}

/** The licence that each installed package declares, by its path; those of development left out. */
export function shippedLicences(root: string): Map<string, string> {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
  const licences = new Map<string, string>();
  for (const [path, { dev, devOptional }] of Object.entries(packages)) {
    const file = join(root, path, 'package.json');
    // Optional packages of other platforms are locked, but not installed.
    if (path === '' || dev || devOptional || !existsSync(file)) continue;
    licences.set(path, declaredIn(JSON.parse(readFileSync(file, 'utf8'))));
  }
  return licences;
}

/** Old packages declare an object, or several. */
function declaredIn(manifest: { license?: unknown; licenses?: unknown }): string {
  const declared = manifest.license ?? manifest.licenses;
  const names = [declared].flat().map((one) => (one as { type?: string } | null)?.type ?? one);
  return names.join(' OR ');
}

/** Whether a licence, or an SPDX expression of `AND` and `OR`, lets the package be shipped. */
export function isPermissive(expression: string): boolean {
  const plain = expression.replaceAll(/[()]/g, '');
  return plain
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((name) => PERMISSIVE.includes(name.trim())));
}
