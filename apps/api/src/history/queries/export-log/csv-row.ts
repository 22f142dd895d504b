/** A row of a CSV file (RFC 4180), with its line break. What is no text or number is JSON. */
export function csvRow(values: readonly unknown[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? neutralised(value) : JSON.stringify(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet would take what begins like this for a formula, and run it. */
function neutralised(text: string): string {
  return /^[=+\-@]/.test(text) ? `'${text}` : text;
}
