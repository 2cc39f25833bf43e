import { describe, expect, it } from 'vitest';
import { planTouches } from '#core/sequence/plan-touches';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { toIso } from '#core/shared/time';

const plan = (confirmed: string, over: Partial<Parameters<typeof planTouches>[0]> = {}) =>
  planTouches({
    confirmedAt: Date.parse(confirmed),
    zone: 'Europe/London',
    productType: 'durable',
    settings: DEFAULT_SETTINGS,
    ...over,
  }).map(({ dueAt, windowEndsAt }) => [toIso(dueAt), toIso(windowEndsAt)]);

describe('planning touches', () => {
  it('touch 1 is due 20 minutes after confirmation and expires after four hours', () => {
    expect(plan('2026-06-01T08:00:00Z')[0]).toEqual(['2026-06-01T08:20:00.000Z', '2026-06-01T12:00:00.000Z']);
  });

  it('touch 2 is due on day 3 at 10:00 on the recipient’s clock and may wait until 20:00 of day 5', () => {
    expect(plan('2026-06-01T08:00:00Z')[1]).toEqual(['2026-06-04T09:00:00.000Z', '2026-06-06T19:00:00.000Z']);
    expect(plan('2026-06-01T08:00:00Z', { zone: 'America/New_York' })[1]).toEqual([
      '2026-06-04T14:00:00.000Z',
      '2026-06-07T00:00:00.000Z',
    ]);
  });

  it('days are the recipient’s calendar days: an order at 23:30 local counts for that day', () => {
    expect(plan('2026-06-01T22:30:00Z')[1]?.[0]).toBe('2026-06-04T09:00:00.000Z');
    expect(plan('2026-06-01T23:30:00Z')[1]?.[0]).toBe('2026-06-05T09:00:00.000Z');
  });

  it('touch 3 comes on day 14 for a consumable and on day 30 for anything else', () => {
    expect(plan('2026-06-01T08:00:00Z', { productType: 'consumable' })[2]).toEqual([
      '2026-06-15T09:00:00.000Z',
      '2026-06-22T19:00:00.000Z',
    ]);
    expect(plan('2026-06-01T08:00:00Z')[2]).toEqual(['2026-07-01T09:00:00.000Z', '2026-07-16T19:00:00.000Z']);
  });

  it('10:00 stays 10:00 across both changes of the clock', () => {
    expect(plan('2026-03-27T12:00:00Z')[1]?.[0]).toBe('2026-03-30T09:00:00.000Z');
    expect(plan('2026-10-23T12:00:00Z')[1]?.[0]).toBe('2026-10-26T10:00:00.000Z');
  });

  it('the merchant’s day is used, and a later day than 5 moves the end with it', () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      touches: { ...DEFAULT_SETTINGS.touches, two: { isOn: true, day: 7 } },
    };
    expect(plan('2026-06-01T08:00:00Z', { settings })[1]).toEqual([
      '2026-06-08T09:00:00.000Z',
      '2026-06-08T19:00:00.000Z',
    ]);
  });
});
