import { CsvError, parse } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { CsvRow } from './csv-row';
import type { FaultLog } from './faults';
import type { CsvFile } from './find-csv-file';

type ParsedRecord = { readonly info: { readonly lines: number }; readonly record: ReadonlyArray<string> };

/** Streams the rows of a CSV file, plain or gzipped, to `onRow`. Answers with the names of its columns.
 * A missing column, a row of another width and a file that cannot be read are logged as faults, not thrown. */
export async function readCsv(
  file: CsvFile,
  requiredColumns: ReadonlyArray<string>,
  faults: FaultLog,
  onRow: (row: CsvRow) => void,
): Promise<ReadonlySet<string>> {
  const columns = new Map<string, number>();
  let width = 0; // 0 = the header is still to come
  let isUsable = true;

  const takeHeader = (line: number, header: ReadonlyArray<string>) => {
    header.forEach((name, index) => columns.set(name.trim(), index));
    width = header.length;
    const missing = requiredColumns.filter((name) => !columns.has(name));
    for (const column of missing) {
      const remedy = `add the column ${column} to the header`;
      faults.add({ file: file.name, line, column, value: header.join(','), remedy });
    }
    isUsable = missing.length === 0;
  };

  const takeRecords = async (records: AsyncIterable<ParsedRecord>) => {
    for await (const { info, record } of records) {
      if (width === 0) {
        takeHeader(info.lines, record);
      } else if (!isUsable) {
        continue; // leaving the loop would fail the whole pipeline
      } else if (record.length !== width) {
        const remedy = `write ${width} values as in the header; a comma inside a value needs double quotes around it`;
        faults.add({ file: file.name, line: info.lines, column: null, value: record.join(','), remedy });
      } else {
        onRow({ file: file.name, line: info.lines, cells: record, columns });
      }
    }
  };

  const bytes = createReadStream(file.path);
  const records = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true });
  try {
    if (file.gzipped) await pipeline(bytes, createGunzip(), records, takeRecords);
    else await pipeline(bytes, records, takeRecords);
  } catch (error) {
    // Streams and the parser fail with a code; anything else is a fault of the program.
    if (!(error instanceof Error && 'code' in error)) throw error;
    const line = error instanceof CsvError && typeof error['lines'] === 'number' ? error['lines'] : null;
    const remedy = 'write the file as UTF-8 CSV with commas and a header row, gzipped if it is named .gz';
    faults.add({ file: file.name, line, column: null, value: error.message, remedy });
    return new Set();
  }
  if (width === 0) {
    const remedy = `begin the file with the header ${requiredColumns.join(',')}`;
    faults.add({ file: file.name, line: 1, column: null, value: '', remedy });
  }
  return new Set(columns.keys());
}
