import { stringify } from 'csv-stringify/sync';
import { keepApostrophe } from '#core/shared/formula-cell';
import { othersTurn } from '#flows/in-slices';

const ROWS_IN_A_PIECE = 1000;

type CsvRow = ReadonlyArray<string | number | null>;
export type CsvTable = { readonly headings: ReadonlyArray<string>; readonly rows: Iterable<CsvRow> };

/**
 * A table as CSV (RFC 4180), in pieces, for the list of a large shop is no string to hold. A text that a spreadsheet would
 * run as a formula gets an apostrophe in front, which `restoreText` takes off again; numbers stay numbers.
 * In: headings, cells; null is an empty cell. Out: text with CRLF at the end of every line.
 */
export function* writeCsv({ headings, rows }: CsvTable): Generator<string> {
  let piece: CsvRow[] = [headings];
  for (const row of rows) {
    piece.push(withoutFormulas(row));
    if (piece.length < ROWS_IN_A_PIECE) continue;
    yield write(piece);
    piece = [];
  }
  if (piece.length > 0) yield write(piece);
}

function withoutFormulas(row: CsvRow): CsvRow {
  return row.map((cell) => (typeof cell === 'string' ? keepApostrophe(cell) : cell));
}

function write(rows: ReadonlyArray<CsvRow>): string {
  return stringify([...rows], {
    escape_formulas: true,
    record_delimiter: 'windows',
    quote_record_delimiter: true, // any line end: a note has others than ours
  });
}

/**
 * A table as a file to keep, with the mark by which a spreadsheet knows UTF-8. It is written while it is sent, others having their turn after every piece.
 * In: its name, the table. Out: the answer; what a shop exports is cached nowhere.
 */
export function csvAnswer(filename: string, table: CsvTable): Response {
  return answer(filename, writeCsv(table));
}

/** The same of rows that are read page by page. */
export function csvPagesAnswer(
  filename: string,
  headings: ReadonlyArray<string>,
  pages: AsyncIterable<ReadonlyArray<CsvRow>>,
): Response {
  return answer(filename, writePages(headings, pages));
}

async function* writePages(
  headings: ReadonlyArray<string>,
  pages: AsyncIterable<ReadonlyArray<CsvRow>>,
): AsyncGenerator<string> {
  yield write([headings]);
  for await (const page of pages) yield write(page.map(withoutFormulas));
}

function answer(filename: string, pieces: Iterator<string> | AsyncIterator<string>): Response {
  return new Response(inPieces(pieces), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${filename}"`,
      'Cache-Control': 'no-store',
    },
  });
}

function inPieces(pieces: Iterator<string> | AsyncIterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (stream) => stream.enqueue(encoder.encode('\uFEFF')),
    pull: async (stream) => {
      await othersTurn();
      const { done, value } = await pieces.next();
      if (done) stream.close();
      else stream.enqueue(encoder.encode(value));
    },
  });
}
