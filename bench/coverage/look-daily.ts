import { NO_MOMENTS, mergeMoments } from '#core/lift/moments';
import { compareRevenuePerCustomer } from '#core/lift/revenue-per-customer';
import { sequentialInterval, sequentialLift } from '#core/lift/sequential-interval';
import { testSampleRatio } from '#core/lift/sample-ratio';
import { judgeLift } from '#core/lift/verdict';
import { seededDraws } from '#core/shared/seeded-draws';
import { drawShopper } from './draw-shoppers';
import { momentsOf, type Observation } from '#core/lift/moments';

const [EXPERIMENTS, DAYS, A_DAY] = [1000, 90, 60];
const [HOLDOUT_SHARE, PLANNED] = [0.15, 5000];

/** Somebody who looks every day at an experiment in which nothing differs. Out: per cent that ever showed a lift or a harm. */
export function lookDaily(): { readonly falseVerdicts: number; readonly looks: number } {
  const draw = seededDraws(90);
  let wrong = 0;
  for (let experiment = 0; experiment < EXPERIMENTS; experiment += 1) if (isEverCalled(draw)) wrong += 1;
  return { falseVerdicts: (100 * wrong) / EXPERIMENTS, looks: DAYS };
}

function isEverCalled(draw: () => number): boolean {
  let arms = { treatment: NO_MOMENTS, holdout: NO_MOMENTS };
  let holdoutBuyers = 0;
  for (let day = 1; day <= DAYS; day += 1) {
    const today: { treatment: Observation[]; holdout: Observation[] } = { treatment: [], holdout: [] };
    for (let customer = 0; customer < A_DAY; customer += 1)
      today[draw() < HOLDOUT_SHARE ? 'holdout' : 'treatment'].push(drawShopper(draw));
    holdoutBuyers += today.holdout.filter(({ x }) => x > 0).length;
    arms = {
      treatment: mergeMoments(arms.treatment, momentsOf(today.treatment)),
      holdout: mergeMoments(arms.holdout, momentsOf(today.holdout)),
    };
    const revenue = compareRevenuePerCustomer([arms]);
    if (revenue.kind !== 'measured') continue;
    const n = arms.treatment.n + arms.holdout.n;
    const { difference: estimate, standardError } = revenue.difference;
    const verdict = judgeLift({
      sampleRatio: testSampleRatio({ treatment: arms.treatment.n, holdout: arms.holdout.n }, HOLDOUT_SHARE),
      holdoutBuyers,
      daysRunning: day,
      lift: sequentialLift(revenue.relativeLift, n, PLANNED),
      difference: sequentialInterval({ estimate, standardError, n, plannedSample: PLANNED }).interval,
      holdoutRevenue: revenue.arms.holdout.estimate,
    });
    if (verdict.kind === 'lift' || verdict.kind === 'harm') return true;
  }
  return false;
}
