import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { OrdersFolderError } from './faults';

export type CsvFile = { readonly name: string; readonly path: string; readonly gzipped: boolean };

/** Finds `{stem}.csv.gz` or else `{stem}.csv` in the folder; null when there is neither. */
export function findCsvFile(directory: string, stem: string): CsvFile | null {
  for (const gzipped of [true, false]) {
    const name = gzipped ? `${stem}.csv.gz` : `${stem}.csv`;
    const path = join(directory, name);
    if (existsSync(path)) return { name, path, gzipped };
  }
  return null;
}

/** The same; throws OrdersFolderError when there is neither. */
export function requireCsvFile(directory: string, stem: string): CsvFile {
  const file = findCsvFile(directory, stem);
  if (file !== null) return file;
  const remedy = `put ${stem}.csv.gz or ${stem}.csv into the folder`;
  throw new OrdersFolderError([{ file: stem, line: null, column: null, value: directory, remedy }]);
}
