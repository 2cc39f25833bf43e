import type { Arm } from '#core/decide/trace';
import { assignArm } from '#core/holdout/assign-arm';

/** The salt of the default settings, and the one of a later experiment. */
export const SALTS = ['exp1', 'exp2'] as const;

/** Where a unit falls: its bucket under the first salt lies between two shares, and its arm at 15 % under the second. */
export type Fate = {
  readonly fromPercent: number;
  readonly belowPercent: number;
  readonly underNewSalt: Arm;
};

const BORDERS = [0, 10, 15, 20, 100];

/** Every way in which a change of the share among 10, 15 and 20 %, or of the salt, may draw a unit to the other side. */
export const FATES: ReadonlyArray<Fate> = BORDERS.slice(1).flatMap((belowPercent, index) =>
  (['holdout', 'treatment'] as const).map((underNewSalt) => ({
    fromPercent: BORDERS[index] ?? 0,
    belowPercent,
    underNewSalt,
  })),
);

let last = 0;

/** A number that nobody had before, whose unit has this fate. In: shop, fate, the unit of a number. */
export function drawUnit(shopId: string, fate: Fate, unitOf: (n: number) => string): number {
  for (;;) {
    last += 1;
    const unitId = unitOf(last);
    const drawn = (salt: string) => assignArm({ salt, shopId, unitId, holdoutPercent: 15 });
    const { bucket } = drawn(SALTS[0]);
    const isBetween = bucket >= fate.fromPercent * 100 && bucket < fate.belowPercent * 100;
    if (isBetween && drawn(SALTS[1]).arm === fate.underNewSalt) return last;
  }
}
