import type { Import } from '@leadlog/contracts/import';

/** A file as somebody chooses it. */
export function aFile(content: string | Uint8Array<ArrayBuffer>, name = 'leads.csv'): File {
  return new File([content], name, { type: 'text/csv' });
}

/** A text in Windows-1252, as far as it is Latin-1 as well. */
export const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (character) => character.charCodeAt(0));

export function anImport(facts: Partial<Import> = {}): Import {
  return {
    id: 'b1',
    status: 'done',
    dry_run: false,
    rows: 3,
    imported: 3,
    refused: 0,
    batch_id: 'b1',
    failure: null,
    refused_rows: [],
    ...facts,
  };
}

/** Chooses a file in a field, as somebody does with the browser's own window. */
export function choose(field: HTMLInputElement, file: File): void {
  Object.defineProperty(field, 'files', { value: [file], configurable: true });
  field.dispatchEvent(new Event('change'));
}
