import { describe, expect, it } from 'vitest';
import { assessReadiness, readinessPeriods } from '#core/readiness/assess-readiness';
import { DAY_MS } from '#core/shared/time';

const NOW = Date.parse('2026-06-02T09:00:00Z');
const at = (text: string) => Date.parse(text);

describe('the months that a shop is judged by', () => {
  it('are the last three whole ones, in the zone of the shop', () => {
    expect(readinessPeriods(at('2025-01-01T00:00:00Z'), NOW, 'Europe/London')).toEqual({
      kind: 'months',
      count: 3,
      periods: [
        { from: at('2026-03-01T00:00:00Z'), to: at('2026-03-31T23:00:00Z') },
        { from: at('2026-03-31T23:00:00Z'), to: at('2026-04-30T23:00:00Z') },
        { from: at('2026-04-30T23:00:00Z'), to: at('2026-05-31T23:00:00Z') },
      ],
    });
  });

  it('leave out a month that is not known from its first day on', () => {
    const sixtyDays = readinessPeriods(NOW - 60 * DAY_MS, NOW, 'Europe/London'); // from 3 April
    expect(sixtyDays).toMatchObject({ kind: 'months', count: 1 });
    expect(sixtyDays.periods[0]?.from).toBe(at('2026-04-30T23:00:00Z'));
    expect(readinessPeriods(at('2026-03-31T23:00:00Z'), NOW, 'Europe/London')).toMatchObject({ count: 2 });
  });

  it('are the last days where no whole month is known, thirty where nothing is', () => {
    expect(readinessPeriods(NOW - 12 * DAY_MS, NOW, 'Europe/London')).toEqual({
      kind: 'days',
      count: 12,
      periods: [{ from: NOW - 12 * DAY_MS, to: NOW }],
    });
    expect(readinessPeriods(null, NOW, 'Europe/London')).toMatchObject({ kind: 'days', count: 30 });
  });
});

describe('what a size allows', () => {
  const assess = (over: Partial<Parameters<typeof assessReadiness>[0]> = {}) =>
    assessReadiness({
      products: 50,
      sales: [{ orders: 200, netMinor: 100_000 }],
      basis: { kind: 'months', count: 1 },
      currency: 'USD',
      ...over,
    });

  it('begins at 50 products and 200 orders a month', () => {
    expect(assess().verdict).toBe('ready');
    expect(assess({ products: 49 }).verdict).toBe('too_small');
    expect(assess({ sales: [{ orders: 199, netMinor: 100_000 }] }).verdict).toBe('too_small');
  });

  it('is the mean of the months, and 199.7 orders neither suffice nor read as 200', () => {
    const sales = [200, 200, 199].map((orders) => ({ orders, netMinor: 0 }));
    expect(assess({ sales, basis: { kind: 'months', count: 3 } })).toMatchObject({
      verdict: 'too_small',
      ordersAMonth: 199,
    });
  });

  it('of a few days is what thirty such days would bring', () => {
    const sales = [{ orders: 100, netMinor: 10_000 }];
    expect(assess({ sales, basis: { kind: 'days', count: 12 } })).toMatchObject({
      verdict: 'ready',
      ordersAMonth: 250,
      yearlyMinor: 300_000,
    });
    expect(assess({ sales, basis: { kind: 'days', count: 30 } }).verdict).toBe('too_small');
  });

  it.each([
    [41_666_66, 'ready'],
    [41_666_67, 'simple_mode'],
    [83_333_33, 'simple_mode'],
    [83_333_34, 'ready'],
  ])('%i cents a month: %s', (netMinor, verdict) => {
    expect(assess({ sales: [{ orders: 200, netMinor }] }).verdict).toBe(verdict);
  });

  it('compares amounts in the currency of the shop, which may have no decimals', () => {
    const sales = [{ orders: 200, netMinor: 50_000 }];
    expect(assess({ sales, currency: 'JPY' }).verdict).toBe('simple_mode'); // 600,000 yen, unconverted
    expect(assess({ sales, currency: 'EUR' }).verdict).toBe('ready'); // 6,000 euros
  });

  it('that is too small is not called simple, whatever it earns', () => {
    expect(assess({ products: 1, sales: [{ orders: 200, netMinor: 50_000_00 }] }).verdict).toBe('too_small');
  });
});
