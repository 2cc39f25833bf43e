import { parse, type CsvError } from 'csv-parse';
import {
  faultAt,
  MOST_LINE_BYTES,
  type FileFault,
  type FileLine,
  type FileProblem,
} from '#core/affinity/pairing-file';
import type { FilePiece } from '#flows/import-pairings';
import { othersTurn } from '#flows/in-slices';
import { badByteFinder, otherKindOf } from './judge-bytes.server';

const SEPARATORS = [',', ';', '\t'];
const LOOKED_AHEAD = ' '.repeat(8); // more than the parser waits for before it lets a line go

/**
 * Cuts CSV in UTF-8: with a byte order mark or without, any line ends, and commas, semicolons or tabs, whichever the
 * first line has most of.
 * Out: `cut` takes the next bytes, the first time with the whole first line; `end` gives the rest.
 */
export function startCutter() {
  const badByteIn = badByteFinder();
  let parser: ReturnType<typeof parse> | null = null;
  let names: ReadonlyArray<string> = [];
  let lines: FileLine[] = [];
  let line = 1; // where the next record begins
  let cutAt = 0; // bytes up to there
  let taken = 0;
  let rest: Buffer = Buffer.alloc(0); // bytes from there on

  const open = (bytes: Buffer) => {
    parser = parse({
      bom: true,
      delimiter: separatorOf(bytes),
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: MOST_LINE_BYTES,
      // Taken here and not from the stream, which drops what came before a failure.
      on_record: (cells: ReadonlyArray<string>, { bytes: until }: { readonly bytes: number }) => {
        if (names.every((name) => name === '')) names = cells;
        lines.push({ line, cells });
        // Counted by ourselves: the parser takes a Windows line end in quotes for two.
        line += 1 + cells.reduce((sum, cell) => sum + breaksIn(cell), 0);
        cutAt = until;
        return null;
      },
    });
    parser.on('error', () => undefined); // told by `write` and `end`
    parser.resume();
    return parser;
  };
  const write = async (bytes: Buffer): Promise<CsvError | null> => {
    const into = parser ?? open(bytes);
    const failure = await new Promise<Error | null | undefined>((done) => into.write(bytes, done));
    taken += bytes.length;
    rest = Buffer.concat([rest, bytes]).subarray(cutAt - taken);
    return (failure as CsvError | null | undefined) ?? null;
  };
  const handOver = (fault: FileFault | null): FilePiece => {
    const piece = { lines, fault };
    lines = [];
    return piece;
  };
  const fault = (problem: FileProblem, place?: number) => {
    const [value = ''] = rest.toString('utf8').replace(/^\uFEFF/, '').split(/[\r\n]/, 1); // prettier-ignore
    return handOver(
      faultAt({ line, column: place === undefined ? undefined : names[place] }, value.trim(), problem),
    );
  };
  const failed = (failure: CsvError) =>
    fault(problemOf(failure), typeof failure['index'] === 'number' ? failure['index'] : undefined);

  return {
    cut: async (bytes: Buffer): Promise<FilePiece> => {
      const otherKind = taken === 0 ? otherKindOf(bytes) : null;
      if (otherKind) return fault(otherKind);
      const badAt = badByteIn(bytes);
      // Of what cannot be read, what an editor would show of it, so that the line before is let go and this one is named.
      const readable =
        badAt === null ? bytes : Buffer.concat([bytes.subarray(0, badAt), shownOf(bytes.subarray(badAt))]);
      const failure = readable.length > 0 ? await write(readable) : null;
      await othersTurn();
      if (failure) return failed(failure);
      if (rest.length > MOST_LINE_BYTES) return fault('line_too_long'); // of empty cells, which the parser takes for nothing
      if (badAt !== null) return fault(bytes[badAt] === 0 ? 'not_text' : 'not_utf_8');
      return handOver(null);
    },
    end: async (): Promise<FilePiece> => {
      if (badByteIn(null) !== null) return fault('not_utf_8');
      if (!parser) return handOver(null);
      const ending = parser;
      const failure = await new Promise<CsvError | null>((done) => {
        ending.once('error', (error) => done(error as CsvError));
        ending.once('close', () => done(null));
        ending.end();
      });
      return failure ? failed(failure) : handOver(null);
    },
  };
}

/** What stands most often in the first line, outside of quotes; a comma where none does. */
function separatorOf(bytes: Buffer): string {
  const [line = ''] = bytes.toString('utf8').replace(/^\uFEFF/, '').trimStart().split(/[\r\n]/, 1); // prettier-ignore
  const outside = line.replaceAll(/"[^"]*"/g, '');
  const count = (separator: string) => outside.split(separator).length;
  return SEPARATORS.toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}

function breaksIn(cell: string): number {
  return cell.includes('\n') || cell.includes('\r') ? (cell.match(/\r\n|\r|\n/g)?.length ?? 0) : 0;
}

function shownOf(bytes: Buffer): Buffer {
  const [text = ''] = bytes.subarray(0, 60).toString('utf8').split(/[\0\r\n"]/, 1); // prettier-ignore
  return Buffer.from(text + LOOKED_AHEAD);
}

function problemOf({ code }: CsvError): FileProblem {
  if (code === 'CSV_MAX_RECORD_SIZE') return 'line_too_long';
  return code === 'CSV_QUOTE_NOT_CLOSED' ? 'open_quote' : 'bad_quote';
}
