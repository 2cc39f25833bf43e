import type { FaultLog } from './faults';

export type CsvRow = {
  readonly file: string;
  readonly line: number; // the last line of the row, as an editor counts
  readonly cells: ReadonlyArray<string>;
  readonly columns: ReadonlyMap<string, number>;
};

/** The text in a column of the row; '' when the file has no such column. */
export function cellOf(row: CsvRow, column: string): string {
  const index = row.columns.get(column);
  return index === undefined ? '' : (row.cells[index] ?? '');
}

/** Logs that a cell of the row is wrong. */
export function addCellFault(faults: FaultLog, row: CsvRow, column: string, remedy: string): void {
  faults.add({ file: row.file, line: row.line, column, value: cellOf(row, column), remedy });
}
