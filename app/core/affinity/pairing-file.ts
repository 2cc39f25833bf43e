/**
 * Bounds of a file of pairings. The export of a gift shop, with 1.15 million lines of which few decide anything, has to fit:
 * lines without a decision are dropped as they come, so only the others are counted.
 */
export const MOST_DECISIONS = 200_000; // lines that decide something
export const MOST_FILE_BYTES = 400_000_000;
export const MOST_LINE_BYTES = 20_000;

/** The columns that an import reads. Export writes them all, beside some that only tell. */
export const READ_COLUMNS = [
  'table', 'bought_id', 'bought', 'recommended_id', 'recommended', 'own_use', 'use', 'starts_at', 'ends_at', 'note',
] as const; // prettier-ignore

export type ReadColumn = (typeof READ_COLUMNS)[number];

/** What export tells of a pairing and nobody can decide. */
export const TOLD_COLUMNS = [
  'standing', 'evidence', 'common_buyers', 'buyers', 'rate', 'rate_low', 'rate_high', 'price_minor', 'stock',
] as const; // prettier-ignore

/** A line of the file, cut into cells. */
export type FileLine = {
  readonly line: number; // where it begins, as an editor counts, from 1
  readonly cells: ReadonlyArray<string>;
};

/** Why a file, or a line of it, cannot be used. */
export type FileProblem =
  // the file
  | 'empty_file' | 'file_too_large' | 'too_many_decisions' | 'workbook' | 'utf_16' | 'not_utf_8' | 'not_text'
  | 'open_quote' | 'bad_quote' | 'line_too_long'
  // its heading
  | 'no_heading' | 'column_missing' | 'column_unknown' | 'column_twice'
  // a line
  | 'too_many_cells' | 'bad_table' | 'no_product' | 'bad_product_id' | 'shortened_number' | 'unknown_product'
  | 'unknown_title' | 'ambiguous_title' | 'same_product' | 'bad_use' | 'use_not_own' | 'no_use' | 'only_same_order'
  | 'bad_date' | 'dates' | 'note_too_long' | 'contradiction'; // prettier-ignore

export type FileFault = {
  readonly line: number;
  readonly column: string | null; // null: the line as a whole
  readonly value: string; // what stands there; like the column's name shortened
  readonly problem: FileProblem;
  readonly other: number | null; // the line that is contradicted; how many products have this title
};

const LONGEST_QUOTE = 60;

/** In: where, what stands there, what is wrong with it. Out: the fault, with the value shortened. */
export function faultAt(
  at: { readonly line: number; readonly column?: string; readonly other?: number },
  value: string,
  problem: FileProblem,
): FileFault {
  const { line, column = null, other = null } = at;
  return { line, column: column && shorten(column), value: shorten(value), problem, other };
}

function shorten(text: string): string {
  if (text.length <= LONGEST_QUOTE) return text;
  return `${text.slice(0, LONGEST_QUOTE).replace(/[\uD800-\uDBFF]$/, '')}…`; // no half of a letter
}

/** A word of the file as it is compared: "Touch 3 only" and "touch-3-only" are touch_3_only. */
export function plainWord(cell: string): string {
  return cell
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '_');
}
