import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { localHour } from '#core/shared/time';

const at = (text: string) => Date.parse(text);

describe('the hour that a wall clock shows', () => {
  it.each([
    ['2026-05-05T09:30:00Z', 'Europe/London', 10.5],
    ['2026-12-05T09:30:00Z', 'Europe/London', 9.5],
    ['2026-05-05T09:30:00Z', 'Asia/Kathmandu', 15.25],
    ['2026-05-04T23:00:36Z', 'Europe/London', 0.01], // midnight is 0, never 24
  ])('at %s in %s is %d', (text, zone, hour) => {
    expect(localHour(at(text), zone)).toBeCloseTo(hour, 10);
  });

  it('is what luxon says, at any time of seventy years and in zones that put their clocks by', () => {
    const zones = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia'];
    const instants = fc.integer({ min: at('1975-01-01T00:00:00Z'), max: at('2045-01-01T00:00:00Z') });
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
        const { hour, minute, second } = DateTime.fromMillis(instant, { zone });
        expect(localHour(instant, zone)).toBe(hour + minute / 60 + second / 3600);
      }),
    );
  });

  it('of a zone that is none is refused', () => {
    expect(() => localHour(0, 'Europe/Nowhere')).toThrow('Europe/Nowhere');
  });
});
