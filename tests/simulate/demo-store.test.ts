import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simulate } from '../../simulate/simulate';
import type { Summary } from '../../simulate/summary';
import { expectPromises } from './expect-promises';
import { readResults } from './read-results';

const folder = mkdtempSync(join(tmpdir(), 'encore-simulation-'));
const out = join(folder, 'out');

beforeAll(async () => {
  await simulate({
    source: { kind: 'store', name: 'demo' },
    historyUntil: '2026-01-01',
    to: '2026-01-08',
    settingsFile: null,
    out,
  });
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a week of the generated store', () => {
  it('keeps every promise', () => {
    expectPromises(readResults(out), () => null);
  });

  it('writes one file per email sent, and figures that are the rows’', () => {
    const { rows } = readResults(out);
    const sent = rows.filter((row) => row.outcome === 'sent');
    expect(readdirSync(join(out, 'emails')).sort()).toEqual(sent.map((row) => `${row.touch_id}.eml`).sort());
    const summary = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as {
      touches: { sent: Record<string, number> };
    };
    expect(summary.touches.sent['']).toBe(sent.length);
    expect(readdirSync(folder)).toEqual(['out']);
  });

  it('tells what the e-mails caused, and judges no report by it before somebody has finished', () => {
    const { planted, lift } = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as Summary;
    expect(planted?.orders).toBeGreaterThan(0);
    expect(planted?.revenue_minor).toBeGreaterThan(0);
    expect(planted).toMatchObject({
      currency: 'EUR',
      orders_left_out: { not_of_treatment: 0, window_not_full: planted?.orders, after_window: 0 },
      customers: lift?.analysed.treatment,
      per_customer_minor: null,
      reported: null,
    });
  });
});
