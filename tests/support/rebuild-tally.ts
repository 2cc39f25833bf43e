import { tallyUnits, type LiftTally } from '#core/lift/lift-tally';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import type { Store } from '#flows/ports';
import type { LiftSlice } from '#flows/ports/lift-store';

/** The tally of a slice, made of everybody's orders and not of the kept sums. */
export async function rebuildTally(
  store: Store,
  shopId: string,
  { horizonDays, asOf, segment }: LiftSlice,
): Promise<LiftTally> {
  const units = (await store.liftUnits(shopId)).filter(
    (unit) => unit.enrolledAt <= asOf && (segment === null || unit.segments.includes(segment)),
  );
  const versions = [...new Set(units.map(({ period }) => period))].sort((a, b) => a - b);
  const shares = await Promise.all(
    versions.map(async (version) =>
      version === 0 ? DEFAULT_SETTINGS : await store.settingsVersion(shopId, version),
    ),
  );
  return tallyUnits(
    versions.map((version, place) => ({
      holdoutShare: (shares[place]?.holdoutPercent ?? NaN) / 100,
      units: units.filter(({ period }) => period === version),
    })),
    asOf,
    horizonDays,
  );
}
