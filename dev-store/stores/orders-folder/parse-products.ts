import { addCellFault, cellOf, type CsvRow } from './csv-row';
import { decimalToMinor } from './decimal-to-minor';
import type { FaultLog } from './faults';
import type { CsvFile } from './find-csv-file';
import { readCsv } from './read-csv';

export type SourceProduct = {
  readonly sourceId: string;
  readonly title: string; // '' = unknown
  readonly category: string | null;
  readonly sku: string | null;
  readonly priceMinor: number | null;
  readonly costMinor: number | null;
  readonly isMerchandise: boolean; // false = a fee, such as postage
};

export type Catalogue = {
  readonly bySourceId: ReadonlyMap<string, SourceProduct>;
  readonly hasPrices: boolean;
};

/** What stands in for the catalogue of a folder without one. */
export const NO_CATALOGUE: Catalogue = { bySourceId: new Map(), hasPrices: false };

/** Reads the catalogue of a folder; prices and costs come out in minor units of a currency with `decimals` decimals. */
export async function parseProducts(file: CsvFile, decimals: number, faults: FaultLog): Promise<Catalogue> {
  const bySourceId = new Map<string, SourceProduct>();
  const columns = await readCsv(file, ['product_id', 'title'], faults, (row) => {
    const sourceId = cellOf(row, 'product_id');
    if (sourceId === '') addCellFault(faults, row, 'product_id', 'give every product an id');
    if (bySourceId.has(sourceId))
      addCellFault(faults, row, 'product_id', 'give every product an id of its own');
    bySourceId.set(sourceId, {
      sourceId,
      title: cellOf(row, 'title').trim(),
      category: cellOf(row, 'category') || null,
      sku: cellOf(row, 'sku') || null,
      priceMinor: parseAmount(row, 'price', decimals, faults),
      costMinor: parseAmount(row, 'cost', decimals, faults),
      isMerchandise: parseMerchandise(row, faults),
    });
  });
  return { bySourceId, hasPrices: columns.has('price') };
}

function parseAmount(row: CsvRow, column: string, decimals: number, faults: FaultLog): number | null {
  const text = cellOf(row, column);
  if (text === '') return null;
  const minor = decimalToMinor(text, decimals);
  if (minor !== null && minor >= 0) return minor;
  addCellFault(faults, row, column, 'write a decimal of 0 or more such as 12.50, or leave it empty');
  return null;
}

function parseMerchandise(row: CsvRow, faults: FaultLog): boolean {
  const flag = cellOf(row, 'is_merchandise');
  if (flag !== '' && flag !== '0' && flag !== '1') {
    addCellFault(faults, row, 'is_merchandise', 'write 1 for goods, 0 for fees, or leave it empty for goods');
  }
  return flag !== '0';
}
