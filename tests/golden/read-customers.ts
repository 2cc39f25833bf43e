import { readFileSync } from 'node:fs';

import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { momentsOf, type Moments, type Observation } from '#core/lift/moments';
import type { PerArm } from '#core/lift/per-arm';

const rowsSchema = z.array(
  z.object({
    arm: z.enum(['control', 'treatment']),
    orders: z.coerce.number(),
    revenue_cents: z.coerce.number(),
  }),
);

/** Reads a golden customer file: y revenue in cents, x orders. */
export function readCustomers(fileName: string): PerArm<ReadonlyArray<Observation>> {
  const text = readFileSync(new URL(fileName, import.meta.url), 'utf8');
  const rows = rowsSchema.parse(parse(text, { columns: true }));
  const observationsOf = (arm: 'control' | 'treatment') =>
    rows.filter((row) => row.arm === arm).map((row) => ({ y: row.revenue_cents, x: row.orders }));
  return { treatment: observationsOf('treatment'), holdout: observationsOf('control') };
}

/** The moments of a golden customer file. */
export function readMoments(fileName: string): PerArm<Moments> {
  const { treatment, holdout } = readCustomers(fileName);
  return { treatment: momentsOf(treatment), holdout: momentsOf(holdout) };
}
