import { describe, expect, it } from 'vitest';
import { parseRefunds, type RefundNode } from '#adapters/shopify/parse-refunds';
import { DAY_MS, toIso } from '#core/shared/time';

const ORDERED_AT = Date.parse('2026-11-01T09:00:00Z');
const money = (minor: number) => ({ shopMoney: { amount: String(minor) } });
const onDay = (day: number) => ORDERED_AT + day * DAY_MS;

/** A refund of merchandise on a day. `paidMinor`: the money that went back, with tax and shipping. */
function refund(day: number, lineMinor: ReadonlyArray<number>, paidMinor = 0): RefundNode {
  return {
    createdAt: toIso(onDay(day)),
    processedAt: toIso(onDay(99)),
    totalRefundedSet: money(paidMinor),
    lines: lineMinor.map((minor) => ({ subtotalSet: money(minor) })),
  };
}
/** The same as a bulk file tells it. */
function refundInFile(day: number, paidMinor: number): RefundNode {
  const at = toIso(onDay(day));
  return { createdAt: at, processedAt: at, totalRefundedSet: money(paidMinor) };
}
const parse = (nodes: ReadonlyArray<RefundNode>, totalMinor: number) =>
  parseRefunds(nodes, totalMinor, ORDERED_AT, ({ shopMoney }) => Number(shopMoney.amount)).map(
    ({ refundedAt, amountMinor }) => [(refundedAt - ORDERED_AT) / DAY_MS, amountMinor],
  );

describe('refunds as the ordinary query tells them', () => {
  it('count by their lines, each on its day', () => {
    expect(parse([refund(3, [200, 100]), refund(40, [50])], 350)).toEqual([
      [3, 300],
      [40, 50],
    ]);
  });

  it('of shipping or a tip are no merchandise, however much was paid back', () => {
    expect(parse([refund(3, [], 500), refund(40, [50], 60)], 50)).toEqual([[40, 50]]);
  });

  it('without a time of their own count when they were processed', () => {
    expect(parse([{ ...refund(3, [50]), createdAt: null }], 50)).toEqual([[99, 50]]);
  });

  it('leave to the beginning what an edit took off the order', () => {
    expect(parse([refund(3, [50])], 80)).toEqual([
      [0, 30],
      [3, 50],
    ]);
  });
});

describe('refunds as a bulk file tells them', () => {
  it('are exact where there is one: what it paid back for shipping is not counted', () => {
    expect(parse([refundInFile(3, 500)], 350)).toEqual([[3, 350]]);
  });

  it('of shipping alone are none', () => {
    expect(parse([refundInFile(3, 500)], 0)).toEqual([]);
  });

  it('come to their total, where there are several', () => {
    expect(parse([refundInFile(3, 200), refundInFile(40, 500)], 350)).toEqual([
      [3, 200],
      [40, 150],
    ]);
  });
});
