import { writeFileSync } from 'node:fs';
import { buildLiftReport } from '#core/lift/lift-report';
import { tallyArm } from '#core/lift/arm-tally';
import type { MatureOutcome } from '#core/lift/outcome';
import type { PerArm } from '#core/lift/per-arm';
import { findRevenueCap } from '#core/lift/winsorise';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { measured } from '../measured';
import { AS_OF, FIRST_AT } from './fill-experiment';
import { readOutcomes } from './read-outcomes';

/** The whole report from the customers themselves, who are in memory when the clock starts. */
const [url = '', warmUp = '', shop = '', to = ''] = process.argv.slice(2);
const [few, all] = [await readOutcomes(url, warmUp), await readOutcomes(url, shop)];
for (let warm = 0; warm < 5; warm += 1) reportOf(few);
writeFileSync(to, JSON.stringify(await measured(() => reportOf(all))));

function reportOf({ treatment, holdout }: PerArm<ReadonlyArray<MatureOutcome>>) {
  const revenues = [...treatment, ...holdout].map(({ laterRevenueMinor }) => laterRevenueMinor);
  const capMinor = findRevenueCap(revenues);
  const holdoutShare = DEFAULT_SETTINGS.holdoutPercent / 100;
  const tally = {
    capMinor,
    startedAt: FIRST_AT,
    periods: [
      {
        holdoutShare,
        drawn: { treatment: treatment.length, holdout: holdout.length },
        enrolled: { treatment: treatment.length, holdout: holdout.length },
        arms: { treatment: tallyArm(treatment, capMinor), holdout: tallyArm(holdout, capMinor) },
      },
    ],
  };
  return buildLiftReport({
    tally,
    holdoutShare,
    asOf: AS_OF,
    currency: 'EUR',
    horizonDays: 90,
    plannedSample: 5000,
  });
}
