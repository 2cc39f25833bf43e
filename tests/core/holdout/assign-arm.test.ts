import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assignArm } from '#core/holdout/assign-arm';

type Row = {
  salt: string;
  shop: string;
  unit: string;
  bucket_0_9999: number;
  arm_holdout_10: string;
  arm_holdout_20: string;
};
const { vectors } = JSON.parse(
  readFileSync(new URL('../../golden/assignment.json', import.meta.url), 'utf8'),
) as {
  vectors: {
    assignment_hash: { expected: Row[] };
    assignment_distribution_100k: { expected: { control: number } };
  };
};

const arm = (unitId: string, holdoutPercent: number, salt = 'exp1', shopId = 'demo.myshopify.com') =>
  assignArm({ salt, shopId, unitId, holdoutPercent });

describe('holdout assignment', () => {
  it.each(vectors.assignment_hash.expected)('$unit of $shop falls into bucket $bucket_0_9999', (row) => {
    const named = (value: string) => (value === 'control' ? 'holdout' : value);
    expect(arm(row.unit, 10, row.salt, row.shop)).toEqual({
      arm: named(row.arm_holdout_10),
      bucket: row.bucket_0_9999,
    });
    expect(arm(row.unit, 20, row.salt, row.shop).arm).toBe(named(row.arm_holdout_20));
  });

  it('15 % of 100,000 ids makes the published number of holdouts', () => {
    let holdouts = 0;
    for (let id = 1; id <= 100_000; id += 1)
      if (arm(`gid://shopify/Customer/${id}`, 15).arm === 'holdout') holdouts += 1;
    expect(holdouts).toBe(vectors.assignment_distribution_100k.expected.control);
  });

  it('raising the share only adds holdouts, and another salt draws anew', () => {
    const units = Array.from({ length: 2000 }, (_, id) => `gid://shopify/Customer/${id}`);
    const at = (percent: number, salt: string) =>
      new Set(units.filter((unit) => arm(unit, percent, salt).arm === 'holdout'));
    expect([...at(10, 'exp1')].every((unit) => at(20, 'exp1').has(unit))).toBe(true);
    expect([...at(20, 'exp1')].every((unit) => at(20, 'exp2').has(unit))).toBe(false);
  });
});
