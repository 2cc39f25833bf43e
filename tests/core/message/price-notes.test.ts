import { describe, expect, it } from 'vitest';
import { priceNotes } from '#core/message/price-notes';
import { HOUR_MS } from '#core/shared/time';

const SENT_AT = Date.parse('2026-11-27T18:00:00Z');
const ENDS_AT = Date.parse('2026-12-01T07:59:00Z'); // 23:59 in Los Angeles
const notes = (over: Partial<Parameters<typeof priceNotes>[0]> = {}) =>
  priceNotes({
    priceMinor: 2400,
    compareAtMinor: 3000,
    currency: 'USD',
    endsAt: ENDS_AT,
    sentAt: SENT_AT,
    zone: 'America/New_York',
    isExclusive: false,
    locale: 'en-US',
    ...over,
  });

describe('a saving', () => {
  it('is the difference that the shop itself shows', () => {
    expect(notes().savings).toBe('$6.00 less than its usual price of $30.00');
  });

  it('of money without decimals has none', () => {
    expect(notes({ currency: 'JPY' }).savings).toBe('¥600 less than its usual price of ¥3,000');
  });

  it.each([
    ['no price is struck out', null],
    ['the price is the usual one', 2400],
    ['the price struck out is lower', 2000],
  ])('is not claimed where %s', (_why, compareAtMinor) => {
    expect(notes({ compareAtMinor })).toEqual({ savings: null, urgency: null });
  });
});

describe('hurry', () => {
  it('names the end on the clock of the recipient', () => {
    expect(notes().urgency).toBe('At this price until December 1 at 2:59 AM EST');
    expect(notes({ zone: 'America/Los_Angeles' }).urgency).toBe(
      'At this price until November 30 at 11:59 PM PST',
    );
  });

  it('is English for a reader of another language, whose figures stay their own', () => {
    expect(notes({ locale: 'de' }).urgency).toBe('At this price until December 1 at 2:59 AM EST');
  });

  it.each([
    ['no end is known', { endsAt: null }],
    ['the end has come', { endsAt: SENT_AT }],
    ['the email speaks to a valued customer', { isExclusive: true }],
  ])('is not made where %s, and the saving stays', (_why, over) => {
    expect(notes(over)).toMatchObject({ savings: expect.any(String), urgency: null });
  });

  it('is made up to the end', () => {
    expect(notes({ endsAt: SENT_AT + HOUR_MS }).urgency).not.toBeNull();
  });
});
