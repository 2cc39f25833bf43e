import { alikeTo, type Likeness, type LikenessIndex } from '../catalogue/likeness';
import type { CatalogueProduct } from '../catalogue/product';
import type { Settings } from '../settings/settings';
import type { Instant } from '../shared/time';
import { isInForce, isOwnChoice, type NumberedOverride } from './override';
import type { EvidenceGrade, PairingMining, PairingTable, Tier } from './pairing';
import { tierOf } from './tier';

/** Where a pairing belongs on the screen: its tier, or why it has none. */
export type PairingStanding = Tier | 'few_orders' | 'uncounted' | 'excluded';

/** What becomes of a pairing: the merchant's decision, or what the settings make of its counts. */
export type EffectiveUse = NumberedOverride['use'] | 'automatic' | 'not_used' | 'excluded_product' | 'alike';

/** One pairing with its counts (distinct buyers) and what becomes of it. */
export type ListedPairing = {
  readonly table: PairingTable;
  readonly bought: CatalogueProduct;
  readonly recommended: CatalogueProduct;
  readonly counts: PairingCounts | null; // null: the merchant's own, never counted
  readonly tier: Tier | null;
  readonly standing: PairingStanding;
  readonly use: EffectiveUse;
  readonly override: NumberedOverride | null; // whatever its dates
};

export type PairingCounts = {
  readonly support: number; // distinct buyers of both
  readonly buyers: number; // distinct buyers of what was bought
  readonly consequentBuyers: number;
  readonly allBuyers: number;
  readonly grade: EvidenceGrade;
};

export type PairingListInput = {
  readonly tables: ReadonlyArray<PairingMining>;
  readonly overrides: ReadonlyArray<NumberedOverride>;
  readonly catalogue: ReadonlyArray<CatalogueProduct>;
  readonly likeness: LikenessIndex;
  readonly settings: Pick<Settings, 'affinity' | 'trigger'>;
  readonly now: Instant;
};

/**
 * Every pairing of a shop: the mined ones and the merchant's own, as the next decision would take them. A pairing with a
 * product that the catalogue no longer holds is left out, for it can neither be shown nor offered.
 * In: mined tables, overrides, catalogue, thresholds, now (ms). Out: pairings by table, then antecedent, then consequent;
 * the merchant's own that were never counted come last.
 */
export function listPairings(input: PairingListInput): ReadonlyArray<ListedPairing> {
  const { tables, settings, now } = input;
  const products = new Map(input.catalogue.map((product) => [product.number, product]));
  const excluded = new Set(settings.trigger.excludedProductIds);
  const overrides = new Map(input.overrides.map((override) => [keyOf(override), override]));

  const alike = new Map<number, ReadonlyMap<number, Likeness>>();
  const likenessTo = (antecedent: number, consequent: number) => {
    const known = alike.get(antecedent) ?? alikeTo(input.likeness, [antecedent]);
    alike.set(antecedent, known);
    return known.get(consequent) ?? null;
  };

  const describe = (
    table: PairingTable,
    antecedent: number,
    consequent: number,
    counts: PairingCounts | null,
  ): ListedPairing | null => {
    const bought = products.get(antecedent);
    const recommended = products.get(consequent);
    if (!bought || !recommended) return null;
    const override =
      input.overrides.length === 0 ? null : (overrides.get(keyOf({ table, antecedent, consequent })) ?? null);
    const tier = counts && tierOf(counts.support, counts.buyers, settings.affinity);
    const byCounts = useOf(
      override,
      tier,
      counts,
      excluded.has(recommended.productId),
      settings.affinity,
      now,
    );
    const use = unlessAlike(byCounts, likenessTo(antecedent, consequent));
    const isExcluded = use === 'blocked' || use === 'excluded_product' || use === 'alike';
    const rest = tier ?? (counts ? 'few_orders' : 'uncounted');
    return {
      table,
      bought,
      recommended,
      counts,
      tier,
      standing: isExcluded ? 'excluded' : rest,
      use,
      override,
    };
  };

  const listed: ListedPairing[] = [];
  const counted = new Set<string>();
  for (const { table, allBuyers, rows } of tables) {
    for (const row of rows) {
      row.consequents.forEach((consequent, position) => {
        const pairing = describe(table, row.antecedent, consequent, {
          support: row.support[position] ?? 0,
          buyers: row.buyers,
          consequentBuyers: row.consequentBuyers[position] ?? 0,
          allBuyers,
          grade: row.grades[position] ?? 'few_orders',
        });
        if (!pairing) return;
        listed.push(pairing);
        if (pairing.override) counted.add(keyOf(pairing.override));
      });
    }
  }
  const uncounted = input.overrides
    .filter((override) => !counted.has(keyOf(override)))
    .map(({ table, antecedent, consequent }) => describe(table, antecedent, consequent, null))
    .filter((pairing) => pairing !== null);
  return [...listed, ...uncounted];
}

/**
 * A listed pairing with other counts, and all that follows from them; what the merchant decided stays.
 * In: the pairing, its counts, thresholds, now (ms). Out: the same pairing with them.
 */
export function recountListed(
  pairing: ListedPairing,
  counts: PairingCounts,
  affinity: Settings['affinity'],
  now: Instant,
): ListedPairing {
  const tier = tierOf(counts.support, counts.buyers, affinity);
  if (pairing.standing === 'excluded') return { ...pairing, counts, tier };
  const use = useOf(pairing.override, tier, counts, false, affinity, now);
  return { ...pairing, counts, tier, standing: tier ?? 'few_orders', use };
}

/** What the screen says above the list. Products with no pairing: sold now, with nothing that could follow them. */
export type PairingCountsSummary = {
  readonly strong: number;
  readonly moderate: number;
  readonly overrides: number;
  readonly productsWithout: number;
  readonly productsWithStrong: number;
};

/**
 * In: all pairings of a shop, its catalogue. Out: pairings by tier (excluded ones are in none), the merchant's decisions,
 * products that can be bought now and are followed by nothing Strong, Moderate or the merchant's own, and the products
 * that are followed by something Strong that would be used.
 */
export function summarisePairings(
  pairings: ReadonlyArray<ListedPairing>,
  catalogue: ReadonlyArray<CatalogueProduct>,
): PairingCountsSummary {
  const led = new Set<number>();
  const ledStrongly = new Set<number>();
  let [strong, moderate, overrides] = [0, 0, 0];
  for (const { standing, use, override, bought } of pairings) {
    if (standing === 'strong') strong += 1;
    if (standing === 'moderate') moderate += 1;
    if (override) overrides += 1;
    const isUsed = use === 'automatic' || use === 'touch_3_only';
    if (isUsed || use === 'pinned' || use === 'curated') led.add(bought.number);
    if (isUsed && standing === 'strong') ledStrongly.add(bought.number);
    if (use === 'pinned' && standing === 'strong') ledStrongly.add(bought.number);
  }
  const isSold = ({ isPublished, isGiftCard }: CatalogueProduct) => isPublished && !isGiftCard;
  return {
    strong,
    moderate,
    overrides,
    productsWithout: catalogue.filter((product) => isSold(product) && !led.has(product.number)).length,
    productsWithStrong: ledStrongly.size,
  };
}

function useOf(
  override: NumberedOverride | null,
  tier: Tier | null,
  counts: PairingCounts | null,
  isProductExcluded: boolean,
  { requireEvidence }: Settings['affinity'],
  now: Instant,
): EffectiveUse {
  if (isProductExcluded) return 'excluded_product';
  const inForce = override && isInForce(override, now) ? override.use : null;
  if (inForce === 'blocked' || isOwnChoice(inForce)) return inForce ?? 'not_used';
  const isStrongEnough = tier === 'strong' || tier === 'moderate';
  const isUsed = isStrongEnough && (!requireEvidence || counts?.grade === 'automatic');
  if (!isUsed) return 'not_used';
  return inForce ?? 'automatic';
}

/** Whoever bought the one has the other: as a decision sees it, two sizes are an upgrade where the merchant paired them. */
function unlessAlike(use: EffectiveUse, likeness: Likeness | null): EffectiveUse {
  if (likeness === null || use === 'blocked' || use === 'excluded_product') return use;
  const isUpgrade = likeness === 'same_model' && (use === 'pinned' || use === 'curated');
  return isUpgrade ? use : 'alike';
}

function keyOf(key: {
  readonly table: PairingTable;
  readonly antecedent: number;
  readonly consequent: number;
}): string {
  return `${key.table} ${key.antecedent} ${key.consequent}`;
}
