/** What a text begins with that a spreadsheet would run; the last four are the wide forms of the first. */
const SIGNS = '=+\\-@\\t\\r\\uFF1D\\uFF0B\\uFF0D\\uFF20';
const DEFUSED = new RegExp(`^'+[${SIGNS}]`);

/**
 * A file's writer puts an apostrophe before a text that a spreadsheet would run. A text that has one there by itself gets
 * another, so that `restoreText` gives back every text as it was. In: text. Out: text for the writer.
 */
export function keepApostrophe(text: string): string {
  return DEFUSED.test(text) ? `'${text}` : text;
}

/** Takes off the apostrophe that the writing of a file put before a text. In: a cell as read. Out: its text. */
export function restoreText(cell: string): string {
  return DEFUSED.test(cell) ? cell.slice(1) : cell;
}
