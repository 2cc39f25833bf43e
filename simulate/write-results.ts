import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import type { SourceIds } from './dev-store-client';
import { outcomeOf, reasonOf, type DecisionRow, type TouchRow } from './outcomes';
import type { Summary } from './summary';

/** Columns of touches.csv; ids are those of the data folder. */
function touchRecord(row: TouchRow, ids: SourceIds): Readonly<Record<string, string>> {
  const outcome = outcomeOf(row);
  const isOffered = outcome === 'sent' || outcome === 'withheld';
  const iso = (at: Date | null) => at?.toISOString() ?? '';
  const money = (minor: string | null) => (isOffered ? (minor ?? '') : '');
  return {
    touch_id: row.touchId,
    customer_id: row.customerId === null ? '' : (ids.customers[row.customerId] ?? row.customerId),
    order_id: ids.orders[row.orderId] ?? row.orderId,
    touch_number: String(row.touchNumber),
    arm: row.arm,
    confirmed_at: iso(row.confirmedAt),
    due_at: iso(row.firstDueAt),
    decided_at: iso(row.decidedAt),
    sent_at: outcome === 'sent' ? iso(row.sentAt) : '',
    outcome,
    reason: reasonOf(row),
    product_id: isOffered && row.productId !== null ? (ids.products[row.productId] ?? row.productId) : '',
    product_price_minor: money(row.productPriceMinor),
    price_base_minor: money(row.priceBaseMinor),
    order_subtotal_minor: money(row.orderSubtotalMinor),
    subject: isOffered ? (row.subject ?? '') : '',
    settings_version: String(row.settingsVersion),
  };
}

/** Writes touches.csv. A subject that a spreadsheet would run as a formula is quoted out of harm’s way by the library. */
export async function writeTouches(
  directory: string,
  rows: ReadonlyArray<TouchRow>,
  ids: SourceIds,
): Promise<void> {
  const records = rows.map((row) => touchRecord(row, ids));
  await writeFile(
    join(directory, 'touches.csv'),
    stringify(records, { header: true, columns: COLUMNS, escape_formulas: true }),
  );
}

const COLUMNS = [
  'touch_id', 'customer_id', 'order_id', 'touch_number', 'arm', 'confirmed_at', 'due_at', 'decided_at', 'sent_at',
  'outcome', 'reason', 'product_id', 'product_price_minor', 'price_base_minor', 'order_subtotal_minor', 'subject',
  'settings_version',
]; // prettier-ignore

/** Writes traces.jsonl: every decision with all its gates and candidates, one to a line, with the ids of
 * the data folder. */
export async function writeTraces(
  directory: string,
  decisions: AsyncIterable<DecisionRow>,
  ids: SourceIds,
): Promise<void> {
  const sources = new Map(
    [ids.orders, ids.customers, ids.products].flatMap((named) => Object.entries(named)),
  );
  const inSources = (json: string) =>
    json.replace(/gid:\/\/shopify\/(?:Order|Customer|Product)\/\d+/g, (id) => inJson(sources.get(id) ?? id));
  async function* lines() {
    for await (const { plain, gates, best, others, variation } of decisions) {
      const candidates = best && `{"best":${best},"others":${JSON.stringify(others)}}`;
      const nested = `"gates":${gates},"candidates":${candidates},"variation":${variation}`;
      yield inSources(`${JSON.stringify(plain).slice(0, -1)},${nested}}\n`);
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(join(directory, 'traces.jsonl')));
}

/** A text as it stands inside a JSON text. */
function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Moves the outbox to emails/, one file per touch. */
export async function moveEmails(directory: string, outbox: string): Promise<void> {
  const to = join(directory, 'emails');
  await mkdir(to, { recursive: true });
  const files = await readdir(outbox).catch(() => []);
  for (const file of files) if (file.endsWith('.eml')) await rename(join(outbox, file), join(to, file));
}

/** Writes summary.json. */
export async function writeSummary(directory: string, summary: Summary): Promise<void> {
  await writeFile(join(directory, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
}
