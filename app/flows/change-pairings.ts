import type { PairingKey, PairingOverride, PairingUse } from '#core/affinity/override';
import type { Instant } from '#core/shared/time';
import type { Tools } from './ports';

export type PairingChange = PairingKey & {
  readonly use: PairingUse | null; // null: back to what the counts say
  readonly note?: string;
  readonly startsAt?: Instant | null;
  readonly endsAt?: Instant | null;
};

export type ChangePairingsResult =
  | { readonly kind: 'changed'; readonly undo: ReadonlyArray<PairingChange> }
  | {
      readonly kind: 'refused';
      readonly problem: 'same_product' | 'unknown_product' | 'only_same_order' | 'dates';
    };

/**
 * Puts a merchant's decisions about pairings in force, all or none. What a change does not name of a note or a date stays
 * as it was.
 * In: shop, changes (times in ms), who, now (ms). Out: the changes that undo it, or why nothing was changed.
 */
export async function changePairings(
  { store }: Pick<Tools, 'store'>,
  input: {
    readonly shopId: string;
    readonly changes: ReadonlyArray<PairingChange>;
    readonly savedBy: string;
    readonly now: Instant;
  },
): Promise<ChangePairingsResult> {
  const { shopId, changes, savedBy, now } = input;
  const problem = await problemOf({ store }, shopId, changes);
  if (problem) return { kind: 'refused', problem };
  const known = new Map((await store.allOverrides(shopId)).map((override) => [keyOf(override), override]));

  const put = changes.flatMap(({ use, ...change }): PairingOverride[] => {
    const before = known.get(keyOf(change));
    if (use === null) return [];
    const { note = before?.note ?? '', startsAt = before?.startsAt ?? null } = change;
    const { endsAt = before?.endsAt ?? null } = change;
    return [{ ...change, use, note, startsAt, endsAt, savedBy, savedAt: now }];
  });
  const before = await store.changeOverrides(shopId, {
    put,
    remove: changes.filter(({ use }) => use === null),
  });

  const old = new Map(before.map((override) => [keyOf(override), override]));
  const undo = changes.map(({ table, antecedentId, consequentId }): PairingChange => {
    const key = { table, antecedentId, consequentId };
    const was = old.get(keyOf(key));
    return was
      ? { ...key, use: was.use, note: was.note, startsAt: was.startsAt, endsAt: was.endsAt }
      : { ...key, use: null };
  });
  return { kind: 'changed', undo };
}

/**
 * Adds a pairing of the merchant's own.
 * In: shop, table, both products, who, now (ms). Out: as `changePairings`; `exists` when the merchant has decided about
 * it before, or it was mined: then it is pinned or blocked where it stands.
 */
export async function addPairing(
  { store }: Pick<Tools, 'store'>,
  input: PairingKey & { readonly shopId: string; readonly savedBy: string; readonly now: Instant },
): Promise<ChangePairingsResult | { readonly kind: 'exists' }> {
  const { shopId, savedBy, now, table, antecedentId, consequentId } = input;
  const key = { table, antecedentId, consequentId };
  const [overrides, numbers] = await Promise.all([
    store.overridesOf(shopId, table, [antecedentId]),
    store.productsById(shopId, [antecedentId, consequentId]),
  ]);
  if (overrides.some((override) => override.consequentId === consequentId)) return { kind: 'exists' };
  const [antecedent, consequent] = [numbers.get(antecedentId), numbers.get(consequentId)];
  if (antecedent && consequent) {
    const { rows } = await store.pairingRows(shopId, table, [antecedent.number], []);
    if (rows.some((row) => row.consequents.includes(consequent.number))) return { kind: 'exists' };
  }
  return changePairings({ store }, { shopId, changes: [{ ...key, use: 'curated' }], savedBy, now });
}

async function problemOf(
  { store }: Pick<Tools, 'store'>,
  shopId: string,
  changes: ReadonlyArray<PairingChange>,
): Promise<Extract<ChangePairingsResult, { kind: 'refused' }>['problem'] | null> {
  if (changes.some(({ antecedentId, consequentId }) => antecedentId === consequentId)) return 'same_product';
  // Touch 3 looks at what was bought in the same order: elsewhere "touch 3 only" would mean never.
  if (changes.some(({ table, use }) => table !== 'same_order' && use === 'touch_3_only'))
    return 'only_same_order';
  if (changes.some(({ startsAt, endsAt }) => startsAt && endsAt && startsAt >= endsAt)) return 'dates';
  const ids = changes.flatMap(({ antecedentId, consequentId }) => [antecedentId, consequentId]);
  const known = await store.productsById(shopId, ids);
  return ids.every((id) => known.has(id)) ? null : 'unknown_product';
}

function keyOf({ table, antecedentId, consequentId }: PairingKey): string {
  return `${table} ${antecedentId} ${consequentId}`;
}
