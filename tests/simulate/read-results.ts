import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

export type ResultRow = Readonly<
  Record<
    | 'touch_id' | 'customer_id' | 'order_id' | 'touch_number' | 'arm' | 'confirmed_at' | 'due_at' | 'decided_at' | 'sent_at'
    | 'outcome' | 'reason' | 'product_id' | 'product_price_minor' | 'price_base_minor' | 'order_subtotal_minor' | 'subject'
    | 'settings_version',
    string
  >
>; // prettier-ignore

export type ResultTrace = {
  readonly touchId: string | null;
  readonly verdict: string;
  readonly reason: string | null;
  readonly gates: ReadonlyArray<{
    readonly gate: string;
    readonly passed: boolean;
    readonly reason: string | null;
  }>;
  readonly candidates: {
    readonly best: ReadonlyArray<{ readonly productId: string; readonly reason: string | null }>;
    readonly others: Readonly<Record<string, ReadonlyArray<string>>>;
  } | null;
  readonly chosenProductId: string | null;
};

/** The files that a simulation wrote. */
export function readResults(directory: string): {
  readonly rows: ReadonlyArray<ResultRow>;
  readonly traces: ReadonlyArray<ResultTrace>;
} {
  const rows = parse(readFileSync(join(directory, 'touches.csv')), {
    columns: true,
  }) as ReadonlyArray<ResultRow>;
  const traces = readFileSync(join(directory, 'traces.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ResultTrace);
  return { rows, traces };
}
