/**
 * A row of a CSV file (RFC 4180), with its line break. What is no text or number is JSON. A text that
 * a spreadsheet would take for a formula, and run, begins with `'`.
 */
export function csvRow(values: readonly unknown[], delimiter = ','): string {
  return `${values.map((value) => cell(value, delimiter)).join(delimiter)}\r\n`;
}

function cell(value: unknown, delimiter: string): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? neutralised(value) : JSON.stringify(value);
  const isQuoted = text.includes(delimiter) || /["\r\n]/.test(text);
  return isQuoted ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One `'` more than there are already, so that taking one away brings any text back as it was. */
function neutralised(text: string): string {
  return /^'*[=+\-@]/.test(text) ? `'${text}` : text;
}

/** The text of a cell that `csvRow` may have neutralised. */
export function restored(text: string): string {
  return /^'+[=+\-@]/.test(text) ? text.slice(1) : text;
}
