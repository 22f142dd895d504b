/** A request before it is sent, in the parts that are varied one by one. */
export interface Parts {
  method: string;
  /** Encoded, without the query. */
  path: string;
  /** Encoded. */
  query: [name: string, value: string][];
  headers: Record<string, string>;
  body: string | undefined;
}

export type Change = (parts: Parts) => Parts;

export const encoded = (name: string, value: string): [string, string] => [
  encodeURIComponent(name),
  encodeURIComponent(value),
];
