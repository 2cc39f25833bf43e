import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { localHourAfterDays } from '#core/shared/time';

type Vector = { order_at: string; tz: string; days: number; at_local_hour: number; expected_utc: string };

const file: unknown = JSON.parse(
  readFileSync(new URL('../../golden/touch-times.json', import.meta.url), 'utf8'),
);

/** The vector file holds one vector or a list of them; the expected rows are what counts. */
function rows(value: unknown): ReadonlyArray<Vector> {
  if (Array.isArray(value)) return value.flatMap((entry) => rows(entry));
  if (typeof value !== 'object' || value === null) return [];
  if ('expected_utc' in value) return [value as Vector];
  return Object.values(value).flatMap((entry) => rows(entry));
}

it.each(rows(file))('day $days at $at_local_hour:00 in $tz after $order_at', (vector) => {
  const at = localHourAfterDays(Date.parse(vector.order_at), vector.days, vector.tz, vector.at_local_hour);
  expect(new Date(at)).toEqual(new Date(vector.expected_utc));
});
