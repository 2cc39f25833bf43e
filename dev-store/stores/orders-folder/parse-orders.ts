import { addCellFault, cellOf, type CsvRow } from './csv-row';
import { countryCodeOf } from './country-code';
import type { FaultLog } from './faults';
import type { CsvFile } from './find-csv-file';
import { isLocalTime } from './local-time';
import { readCsv } from './read-csv';

export type SourceLine = {
  readonly number: number;
  readonly productSourceId: string;
  readonly title: string;
  readonly quantity: number;
  readonly unitMinor: number | null; // null = unknown
  readonly isFree: boolean; // a price of 0 is written; 0.001 rounds to 0 and is none
};

export type OrderKind = 'sale' | 'cancellation' | 'adjustment';

export type SourceOrder = {
  readonly sourceId: string;
  readonly customerSourceId: string | null; // null = guest
  readonly localTime: string | null; // null = unknown
  readonly kind: OrderKind;
  readonly countryCode: string | null;
  readonly lineNumbers: Set<number>; // of all lines, to find doubles
  readonly lines: SourceLine[]; // those that count
};

export type SourceOrders = {
  readonly bySourceId: ReadonlyMap<string, SourceOrder>;
  readonly currency: string | null; // null = no order names one
};

const COLUMNS = ['order_id', 'customer_id', 'created_at', 'kind'];

/** Reads the orders of a folder, without their lines. */
export async function parseOrders(file: CsvFile, faults: FaultLog): Promise<SourceOrders> {
  const bySourceId = new Map<string, SourceOrder>();
  let currency: string | null = null;
  await readCsv(file, COLUMNS, faults, (row) => {
    const order = parseOrder(row, faults);
    if (order.sourceId === '') addCellFault(faults, row, 'order_id', 'give every order an id');
    if (bySourceId.has(order.sourceId))
      addCellFault(faults, row, 'order_id', 'give every order an id of its own');
    bySourceId.set(order.sourceId, order);
    const written = cellOf(row, 'currency');
    if (written === '' || written === currency) return;
    if (!/^[A-Z]{3}$/.test(written)) {
      addCellFault(faults, row, 'currency', 'write an ISO 4217 code such as GBP, or leave it empty');
    } else if (currency === null) {
      currency = written;
    } else {
      const remedy = `a shop has one currency, and earlier rows say ${currency}: make one folder for each`;
      addCellFault(faults, row, 'currency', remedy);
    }
  });
  return { bySourceId, currency };
}

/** An order with faults is returned all the same, so that its lines are not called lines of an unknown order. */
function parseOrder(row: CsvRow, faults: FaultLog): SourceOrder {
  const createdAt = cellOf(row, 'created_at');
  if (createdAt !== '' && !isLocalTime(createdAt)) {
    const remedy = 'write local store time without offset such as 2011-12-09T08:26:00, or leave it empty';
    addCellFault(faults, row, 'created_at', remedy);
  }
  return {
    sourceId: cellOf(row, 'order_id'),
    customerSourceId: cellOf(row, 'customer_id') || null,
    localTime: createdAt || null,
    kind: parseKind(row, faults),
    countryCode: countryCodeOf(cellOf(row, 'country')),
    lineNumbers: new Set(),
    lines: [],
  };
}

function parseKind(row: CsvRow, faults: FaultLog): OrderKind {
  const kind = cellOf(row, 'kind');
  if (kind === 'sale' || kind === 'cancellation' || kind === 'adjustment') return kind;
  addCellFault(faults, row, 'kind', 'write sale, cancellation or adjustment');
  return 'sale';
}
