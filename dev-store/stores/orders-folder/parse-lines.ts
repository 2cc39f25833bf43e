import { addCellFault, cellOf, type CsvRow } from './csv-row';
import { decimalToMinor } from './decimal-to-minor';
import type { FaultLog } from './faults';
import type { CsvFile } from './find-csv-file';
import type { SourceOrder } from './parse-orders';
import { readCsv } from './read-csv';
import { wholeNumber } from './whole-number';

export type LineCounts = {
  readonly lines: number;
  readonly linesWithoutQuantity: number; // of sales, quantity 0 or less: left out
};

const COLUMNS = ['order_id', 'line_no', 'product_id', 'title', 'quantity'];

/** Reads the lines of a folder into their orders. Lines that do not count (of cancellations, of adjustments, of orders
 * without a date, of no quantity) are checked like all others and then left out. */
export async function parseLines(
  file: CsvFile,
  orders: ReadonlyMap<string, SourceOrder>,
  decimals: number,
  faults: FaultLog,
): Promise<LineCounts> {
  let lines = 0;
  let linesWithoutQuantity = 0;
  await readCsv(file, COLUMNS, faults, (row) => {
    lines += 1;
    const order = orders.get(cellOf(row, 'order_id'));
    if (order === undefined) {
      addCellFault(faults, row, 'order_id', 'add this order to the orders file or remove the line');
      return;
    }
    const number = parseLineNumber(row, order, faults);
    const quantity = parseQuantity(row, faults);
    const unitMinor = parseUnitPrice(row, order, decimals, faults);
    const productSourceId = cellOf(row, 'product_id');
    if (productSourceId === '') addCellFault(faults, row, 'product_id', 'name the product that was bought');
    if (order.kind !== 'sale') return;
    if (quantity <= 0) {
      linesWithoutQuantity += 1;
      return;
    }
    if (order.localTime === null) return;
    const isFree = /^[0.]+$/.test(cellOf(row, 'unit_price'));
    const title = cellOf(row, 'title').trim();
    order.lines.push({ number, productSourceId, title, quantity, unitMinor, isFree });
  });
  return { lines, linesWithoutQuantity };
}

function parseLineNumber(row: CsvRow, order: SourceOrder, faults: FaultLog): number {
  const number = wholeNumber(cellOf(row, 'line_no'));
  if (number === null) {
    addCellFault(faults, row, 'line_no', 'write a whole number such as 1');
    return 0;
  }
  if (order.lineNumbers.has(number)) {
    const remedy = `order ${order.sourceId} has a line of this number already: number its lines 1, 2, 3 and so on`;
    addCellFault(faults, row, 'line_no', remedy);
  }
  order.lineNumbers.add(number);
  return number;
}

function parseQuantity(row: CsvRow, faults: FaultLog): number {
  const quantity = wholeNumber(cellOf(row, 'quantity'));
  if (quantity === null) addCellFault(faults, row, 'quantity', 'write a whole number such as 2');
  return quantity ?? 0;
}

function parseUnitPrice(row: CsvRow, order: SourceOrder, decimals: number, faults: FaultLog): number | null {
  const text = cellOf(row, 'unit_price');
  if (text === '') return null;
  const minor = decimalToMinor(text, decimals);
  if (minor === null) {
    addCellFault(faults, row, 'unit_price', 'write a plain decimal such as 2.55, or leave it empty');
  } else if (minor < 0 && order.kind === 'sale') {
    addCellFault(faults, row, 'unit_price', 'write 0 or more, or give the order the kind adjustment');
  }
  return minor;
}
