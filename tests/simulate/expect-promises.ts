import { expect } from 'vitest';
import { HOUR_MS, MINUTE_MS } from '#core/shared/time';
import type { ResultRow, ResultTrace } from './read-results';

const at = (iso: string) => Date.parse(iso);

/** What holds for every simulation, whatever the orders were. `unsubscribedAt`: when a customer unsubscribed, if ever. */
export function expectPromises(
  { rows, traces }: { readonly rows: ReadonlyArray<ResultRow>; readonly traces: ReadonlyArray<ResultTrace> },
  unsubscribedAt: (customerId: string) => number | null,
): void {
  const sent = rows.filter((row) => row.outcome === 'sent');
  expect(sent.length).toBeGreaterThan(10);

  // Never twice: one row per (order, touch), one email per row.
  expect(new Set(rows.map((row) => `${row.order_id} ${row.touch_number}`)).size).toBe(rows.length);
  expect(new Set(rows.map((row) => row.touch_id)).size).toBe(rows.length);
  // Nobody in the holdout is written to, and whoever is withheld is in the holdout.
  expect(sent.filter((row) => row.arm !== 'treatment')).toEqual([]);
  expect(rows.filter((row) => row.outcome === 'withheld' && row.arm !== 'holdout')).toEqual([]);
  expect(rows.filter((row) => row.outcome === 'withheld').length).toBeGreaterThan(0);
  // Every touch has one outcome, with a reason unless it was sent or is not due yet.
  expect(rows.filter((row) => (row.reason === '') !== ['sent', 'pending'].includes(row.outcome))).toEqual([]);
  expect(sent.filter((row) => row.sent_at === '')).toEqual([]);
  expect(rows.filter((row) => row.outcome !== 'sent' && row.sent_at !== '')).toEqual([]);
  expect(sent.filter((row) => isLateOrEarly(row))).toEqual([]);
  expect(rows.filter(isOutsideBand)).toEqual([]);
  for (const [customerId, emails] of Map.groupBy(sent, (row) => row.customer_id || row.order_id)) {
    const times = emails.map((row) => at(row.sent_at)).sort((a, b) => a - b);
    const third = times.findIndex(
      (time, index) => index >= 2 && time - (times[index - 2] ?? 0) < 168 * HOUR_MS,
    );
    expect(third, `customer ${customerId} got a third email within 168 hours`).toBe(-1);
    const stop = unsubscribedAt(customerId);
    if (stop !== null) expect(times.filter((time) => time > stop)).toEqual([]);
  }
  expectHonestTraces(rows, traces);
}

function isLateOrEarly(row: ResultRow): boolean {
  const minutes = (at(row.sent_at) - at(row.confirmed_at)) / MINUTE_MS;
  return row.touch_number === '1' ? minutes < 20 || minutes > 30 : at(row.sent_at) < at(row.due_at);
}

function isOutsideBand(row: ResultRow): boolean {
  if (row.product_id === '') return row.outcome === 'sent' || row.outcome === 'withheld';
  const price = Number(row.product_price_minor) * 100;
  const base = Number(row.price_base_minor);
  if (row.touch_number === '2') return price > base * 125;
  if (row.touch_number !== '1') return false;
  return price < base * 25 || price > base * 50 || price >= Number(row.order_subtotal_minor) * 100;
}

/** Whoever got nothing because nothing fitted had no candidate that would have; every gate was asked each time. */
function expectHonestTraces(rows: ReadonlyArray<ResultRow>, traces: ReadonlyArray<ResultTrace>): void {
  const decisions = traces.filter((trace) => trace.touchId !== null);
  expect(decisions.filter((trace) => trace.gates.length !== 14)).toEqual([]);
  const survivors = ({ candidates }: ResultTrace) => [
    ...(candidates?.best.filter((candidate) => candidate.reason === null) ?? []),
    ...(candidates?.others['ranked_lower'] ?? []),
  ];
  const empty = decisions.filter((trace) => trace.reason === 'no_candidate');
  expect(empty.length).toBeGreaterThan(0);
  expect(empty.filter((trace) => survivors(trace).length > 0)).toEqual([]);
  const last = new Map(decisions.map((trace) => [trace.touchId, trace]));
  const offered = rows.filter((row) => row.outcome === 'sent' || row.outcome === 'withheld');
  expect(offered.filter((row) => last.get(row.touch_id)?.candidates?.best[0]?.reason !== null)).toEqual([]);
}
