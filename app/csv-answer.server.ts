import { stringify } from 'csv-stringify/sync';
import { keepApostrophe } from '#core/shared/formula-cell';

export type CsvCell = string | number | null;
export type CsvTable = {
  readonly headings: ReadonlyArray<string>;
  readonly rows: ReadonlyArray<ReadonlyArray<CsvCell>>;
};

/**
 * A table as CSV (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe in front, which
 * `restoreText` takes off again; numbers stay numbers.
 * In: headings, cells; null is an empty cell. Out: text with CRLF at the end of every line.
 */
export function writeCsv({ headings, rows }: CsvTable): string {
  const written = rows.map((row) =>
    row.map((cell) => (typeof cell === 'string' ? keepApostrophe(cell) : cell)),
  );
  return stringify([headings, ...written], {
    escape_formulas: true,
    record_delimiter: 'windows',
    quote_record_delimiter: true, // any line end: a note has others than ours
  });
}

/**
 * A table as a file to keep, with the mark by which a spreadsheet knows UTF-8.
 * In: its name, the table. Out: the answer; what a shop exports is cached nowhere.
 */
export function csvAnswer(filename: string, table: CsvTable): Response {
  return new Response(`\uFEFF${writeCsv(table)}`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${filename}"`,
      'Cache-Control': 'no-store',
    },
  });
}
