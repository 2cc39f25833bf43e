import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unsubscribeAtFirstEmail } from '../../dev-store/stores/first-email-unsubscribe';
import { simulate } from '../../simulate/simulate';
import type { Summary } from '../../simulate/summary';
import { expectPromises } from './expect-promises';
import { readResults } from './read-results';

const DATA = '../shared/data/online-retail-2011';
const folder = mkdtempSync(join(tmpdir(), 'encore-slice-'));
const out = join(folder, 'out');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every sixth customer with all their orders: small enough for every run, dense enough to hold pairings. */
function writeSlice(directory: string): void {
  mkdirSync(directory);
  const lines = (name: string) =>
    gunzipSync(readFileSync(join(DATA, `${name}.csv.gz`)))
      .toString()
      .split('\n');
  const [orderHeader = '', ...orders] = lines('orders');
  const kept = orders.filter((line) => Number(line.split(',')[1]) % 6 === 1);
  const ids = new Set(kept.map((line) => line.split(',')[0]));
  const [lineHeader = '', ...items] = lines('line_items');
  const keptItems = items.filter((line) => ids.has(line.split(',')[0]));
  writeFileSync(join(directory, 'orders.csv'), `${[orderHeader, ...kept].join('\n')}\n`);
  writeFileSync(join(directory, 'line_items.csv'), `${[lineHeader, ...keptItems].join('\n')}\n`);
  writeFileSync(join(directory, 'products.csv'), lines('products').join('\n'));
}

describe.skipIf(!existsSync(DATA))(
  'twelve days of a slice of a real gift shop (skipped without ../shared/data)',
  () => {
    beforeAll(async () => {
      const directory = join(folder, 'orders');
      writeSlice(directory);
      await simulate({
        source: { kind: 'orders', directory },
        historyUntil: '2011-11-18',
        to: '2011-11-30',
        settingsFile: null,
        out,
      });
    }, 300_000);

    it('keeps every promise', () => {
      const results = readResults(out);
      const firstEmail = new Map<string, number>();
      for (const row of results.rows) {
        if (row.outcome !== 'sent') continue;
        const sentAt = Date.parse(row.sent_at);
        firstEmail.set(row.customer_id, Math.min(sentAt, firstEmail.get(row.customer_id) ?? Infinity));
      }
      expectPromises(results, (customerId) => {
        const sentAt = firstEmail.get(customerId) ?? 0;
        const answer = unsubscribeAtFirstEmail({
          to: `c${customerId}@example.test`,
          touchNumber: 1,
          isFirstEver: true,
          sentAt,
        });
        return answer === null ? null : sentAt + answer.afterMs;
      });
      expect(results.rows.some((row) => row.reason === 'recent_purchase_14d')).toBe(true);
    });

    it('claims no planted truth of orders that are somebody’s own', () => {
      const { planted } = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as Summary;
      expect(planted).toBeNull();
    });
  },
);
