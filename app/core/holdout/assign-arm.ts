import { bucketOf } from '../shared/hash';
import type { Arm } from '../decide/trace';

/**
 * The arm of a person: bucket = floor(first 8 bytes of sha256("salt:shop:unit") * 10000 / 2^64), holdout below the
 * share. Nested: raising the percentage only adds holdouts, so nobody moves from one arm to the other and back.
 * In: salt of the experiment, shop, unit (customer GID, or the hash of a guest's address), percentage 0-100.
 * Out: the arm and the bucket 0-9999 it came from.
 */
export function assignArm(input: {
  readonly salt: string;
  readonly shopId: string;
  readonly unitId: string;
  readonly holdoutPercent: number;
}): { readonly arm: Arm; readonly bucket: number } {
  const bucket = bucketOf(`${input.salt}:${input.shopId}:${input.unitId}`);
  return { arm: bucket < input.holdoutPercent * 100 ? 'holdout' : 'treatment', bucket };
}
