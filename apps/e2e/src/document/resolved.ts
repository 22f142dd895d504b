type Part = Record<string, unknown>;

/** A copy of an OpenAPI document in which each reference is replaced by what it leads to. */
export function resolved(document: Part): Part {
  const known = new Map<string, unknown>();

  const copy = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(copy);
    if (typeof part !== 'object' || part === null) return part;
    const { $ref, ...rest } = part as Part;
    const copied = Object.fromEntries(Object.entries(rest).map(([name, at]) => [name, copy(at)]));
    if (typeof $ref !== 'string') return copied;
    return Object.keys(copied).length === 0 ? target($ref) : { ...target($ref), ...copied };
  };

  const target = (reference: string): Part => {
    if (!known.has(reference)) known.set(reference, copy(find(document, reference)));
    return known.get(reference) as Part;
  };

  return copy(document) as Part;
}

function find(document: Part, reference: string): unknown {
  const names = reference.replace('#/', '').split('/');
  return names.reduce<unknown>((part, name) => (part as Part)[name], document);
}
