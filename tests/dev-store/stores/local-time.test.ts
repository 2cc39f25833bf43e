import { expect, it } from 'vitest';
import { instantOfLocalTime, isLocalTime } from '../../../dev-store/stores/orders-folder/local-time';

const at = (text: string, zone: string) => new Date(instantOfLocalTime(text, zone)).toISOString();

it('a winter time in London is UTC and a summer time is an hour behind', () => {
  expect(at('2011-01-15T08:26:00', 'Europe/London')).toBe('2011-01-15T08:26:00.000Z');
  expect(at('2011-07-15T08:26:00', 'Europe/London')).toBe('2011-07-15T07:26:00.000Z');
});

it('a time that the clocks jump over is the first instant after the gap', () => {
  expect(at('2011-03-27T01:00:00', 'Europe/London')).toBe('2011-03-27T01:00:00.000Z');
  expect(at('2011-03-27T01:30:45', 'Europe/London')).toBe('2011-03-27T01:00:00.000Z');
  expect(at('2011-03-27T00:59:59', 'Europe/London')).toBe('2011-03-27T00:59:59.000Z');
  expect(at('2011-03-27T02:00:00', 'Europe/London')).toBe('2011-03-27T01:00:00.000Z');
});

it('a day that a zone leaves out is the first instant after it', () => {
  expect(at('2011-12-30T12:00:00', 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z');
});

it('a time that the clocks show twice is the first of the two', () => {
  expect(at('2011-10-30T01:30:00', 'Europe/London')).toBe('2011-10-30T00:30:00.000Z');
  expect(at('2011-11-06T01:30:00', 'America/New_York')).toBe('2011-11-06T05:30:00.000Z');
});

it('only a date and time of the calendar without offset is a local time', () => {
  expect(['2011-02-28T12:00', '2012-02-29T12:00:00', '2011-01-01T00:00:00.5'].every(isLocalTime)).toBe(true);
  expect(
    ['2011-02-29T12:00', '2011-01-01', '2011-01-01T24:30', '2011-01-01T12:00+01:00', 'now'].some(isLocalTime),
  ).toBe(false);
});
