import { writeFileSync } from 'node:fs';
import type { MatureOutcome } from '#core/lift/outcome';
import { seededDraws } from '#core/shared/seeded-draws';
import { measured } from '../measured';
import { readOutcomes } from './read-outcomes';

const RESAMPLES = 1000;

/** The 95 % interval of the difference of revenue per customer by drawing the customers anew a thousand times (Efron 1979). */
const [url = '', , shop = '', to = ''] = process.argv.slice(2);
const { treatment, holdout } = await readOutcomes(url, shop);
const revenues = { treatment: revenuesOf(treatment), holdout: revenuesOf(holdout) };
const draw = seededDraws(1000);
const interval = await measured(() => {
  const differences = Float64Array.from(
    { length: RESAMPLES },
    () => resampledMean(revenues.treatment) - resampledMean(revenues.holdout),
  ).sort();
  return { low: differences[24], high: differences[974] };
});
writeFileSync(to, JSON.stringify(interval));

function revenuesOf(outcomes: ReadonlyArray<MatureOutcome>): Float64Array {
  return Float64Array.from(outcomes, ({ laterRevenueMinor }) => laterRevenueMinor);
}

function resampledMean(amounts: Float64Array): number {
  let sum = 0;
  for (let drawn = 0; drawn < amounts.length; drawn += 1)
    sum += amounts[Math.floor(draw() * amounts.length)] ?? 0;
  return sum / amounts.length;
}
