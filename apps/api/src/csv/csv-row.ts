import { neutralised } from '@leadlog/contracts/csv-formula';

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
