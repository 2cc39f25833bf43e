import { describe, expect, it } from 'vitest';
import { wallClockInstant } from '#core/shared/time';

describe('a date and a time', () => {
  it('is an instant on the clock of its zone', () => {
    expect(wallClockInstant('2026-11-30T23:59', 'America/Los_Angeles')).toBe(
      Date.parse('2026-12-01T07:59:00Z'),
    );
    expect(wallClockInstant('2026-11-30T23:59', 'Europe/London')).toBe(Date.parse('2026-11-30T23:59:00Z'));
  });

  it.each(['', 'tomorrow', '2026-11-30', '2026-02-30T10:00', '2026-11-30T25:00', '2026-11-30T10:00:00Z'])(
    'that reads "%s" is none',
    (text) => {
      expect(wallClockInstant(text, 'Europe/London')).toBeNull();
    },
  );
});
