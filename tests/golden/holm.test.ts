import { it } from 'vitest';
import { adjustHolm } from '#core/lift/holm';
import { expectAllWithin } from './close-to';
import golden from './lift.json';

it("Holm's adjustment agrees with R", () => {
  const { input, expected, rel_tol } = golden.vectors.p_adjust;
  expectAllWithin(adjustHolm(input.p), expected.holm, rel_tol);
});
