/*
 * A spreadsheet takes a cell that begins like a formula for one, and runs it. Files that are written
 * for spreadsheets put `'` before such a text; files that are read may come from one that did.
 */

/** One `'` more than there are already, so that taking one away brings any text back as it was. */
export function neutralised(text: string): string {
  return /^'*[=+\-@]/.test(text) ? `'${text}` : text;
}

/** The text of a cell that may have been neutralised. */
export function restored(text: string): string {
  return /^'+[=+\-@]/.test(text) ? text.slice(1) : text;
}
