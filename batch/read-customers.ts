import { createReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse';
import type { Observation } from '#core/lift/moments';
import type { PerArm } from '#core/lift/per-arm';

const REQUIRED = ['arm', 'orders', 'revenue_minor'] as const;
/** A hundred thousand million, beyond which squares lose the digits that the spread is made of. */
const LARGEST = 1e11;
const MONEY = 'revenue in whole minor units, such as 4999 for 49.99';

/**
 * Reads one customer a row: arm, orders, revenue_minor and, if it is there, pre_revenue_minor.
 * Out: y revenue (minor units) and x orders of every customer. Throws at the first bad row with its line, what it holds
 * and what to write instead; nothing is computed of such a file.
 */
export async function readCustomers(file: string): Promise<PerArm<ReadonlyArray<Observation>>> {
  const arms: PerArm<Observation[]> = { treatment: [], holdout: [] };
  let isNamed = false;
  const columns = (header: string[]) => {
    isNamed = true;
    return checkHeader(file, header);
  };
  const parser = parse({ bom: true, columns, info: true, trim: true, skip_empty_lines: true });
  const source = createReadStream(file);
  source.on('error', (error) => parser.destroy(error));
  const rows = source.pipe(parser) as AsyncIterable<{
    readonly record: Record<string, string>;
    readonly info: { readonly lines: number };
  }>;
  try {
    for await (const { record, info } of rows) {
      const at = `${file} line ${info.lines}`;
      const { arm } = record;
      if (arm !== 'holdout' && arm !== 'treatment') {
        throw new Error(`${at}: arm ${shown(arm)} is none; write holdout or treatment`);
      }
      const x = whole(at, 'orders', record['orders'], 'a whole number of orders, 0 or more');
      const y = whole(at, 'revenue_minor', record['revenue_minor'], MONEY);
      if (record['pre_revenue_minor'] !== undefined) {
        whole(at, 'pre_revenue_minor', record['pre_revenue_minor'], MONEY);
      }
      if (x === 0 && y > 0) {
        throw new Error(
          `${at}: revenue_minor ${y} without an order; count the orders it comes from, or write 0`,
        );
      }
      arms[arm].push({ y, x });
    }
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) {
      throw new Error(`${file} cannot be read (${error.message}); give a CSV file`, { cause: error });
    }
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as CsvError & { readonly lines?: number };
    throw new Error(
      `${file} line ${lines ?? '?'}: ${error.message}; give every row the columns of the first line, and close every quote`,
      { cause: error },
    );
  }
  if (!isNamed) throw new Error(`${file} has no first line; it names arm,orders,revenue_minor`);
  return arms;
}

function checkHeader(file: string, header: ReadonlyArray<string>): string[] {
  const missing = REQUIRED.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    throw new Error(
      `${file} line 1: column ${missing.join(', ')} is missing in ${shown(header.join(','))}; ` +
        'the first line names arm,orders,revenue_minor, separated by commas',
    );
  }
  const twice = header.find((column, place) => column !== '' && header.indexOf(column) !== place);
  if (twice !== undefined)
    throw new Error(`${file} line 1: column ${twice} is there twice; keep one of them`);
  return header.map((column, place) => (column === '' ? `unnamed ${place}` : column)); // a spreadsheet's empty columns
}

function whole(at: string, column: string, text: string | undefined, wanted: string): number {
  const value = Number(text);
  if (text === undefined || !/^\d+$/.test(text)) {
    throw new Error(`${at}: ${column} ${shown(text)} is not it; give ${wanted}`);
  }
  if (value > LARGEST)
    throw new Error(`${at}: ${column} ${text} is too large; at most ${LARGEST} can be counted`);
  return value;
}

function shown(text: string | undefined): string {
  return text === undefined || text === '' ? '(empty)' : JSON.stringify(text);
}
