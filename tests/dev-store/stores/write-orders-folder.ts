import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';

export const ORDERS_HEADER = 'order_id,customer_id,created_at,currency,kind,country';
export const LINES_HEADER = 'order_id,line_no,product_id,title,quantity,unit_price';

type Files = {
  readonly orders?: ReadonlyArray<string>;
  readonly lines?: ReadonlyArray<string>;
  readonly products?: ReadonlyArray<string>;
};

/** Writes a data folder of one good order for the running test and returns its path; each file can be given anew,
 * header included. */
export async function writeOrdersFolder(files: Files = {}): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'orders-folder-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const orders = files.orders ?? [ORDERS_HEADER, 'A1,17850,2011-06-01T09:30:00,GBP,sale,United Kingdom'];
  const lines = files.lines ?? [LINES_HEADER, 'A1,1,LAMP,Red lamp,2,2.55'];
  await writeFile(join(directory, 'orders.csv'), text(orders));
  await writeFile(join(directory, 'line_items.csv.gz'), gzipSync(text(lines)));
  if (files.products !== undefined) await writeFile(join(directory, 'products.csv'), text(files.products));
  return directory;
}

function text(lines: ReadonlyArray<string>): string {
  return lines.map((line) => `${line}\n`).join('');
}
