import type { Instant } from '../shared/time';
import type { PairingTable } from './pairing';

/** What a merchant can decide about a pairing. `curated`: their own, offered whether or not anything was counted. */
export const PAIRING_USES = ['pinned', 'blocked', 'touch_3_only', 'curated'] as const;

export type PairingUse = (typeof PAIRING_USES)[number];

/** Which pairing of which table; product ids are GIDs. */
export type PairingKey = {
  readonly table: PairingTable;
  readonly antecedentId: string;
  readonly consequentId: string;
};

/** A decision of the merchant's about one pairing. Mining leaves it alone. */
export type PairingOverride = PairingKey & {
  readonly use: PairingUse;
  readonly note: string;
  readonly startsAt: Instant | null; // inclusive; null: at once
  readonly endsAt: Instant | null; // exclusive; null: for good
  readonly savedBy: string;
  readonly savedAt: Instant;
};

/** The same with the product numbers that pairing rows speak of. */
export type NumberedOverride = PairingOverride & { readonly antecedent: number; readonly consequent: number };

/** Antecedent -> consequent -> use, by product number. */
export type UsesByAntecedent = ReadonlyMap<number, ReadonlyMap<number, PairingUse>>;

/** Whether the merchant's word stands above tier and evidence. */
export function isOwnChoice(use: PairingUse | null): boolean {
  return use === 'pinned' || use === 'curated';
}

/** Whether an override holds at a moment. In: override, now (ms). Out: its start belongs to it, its end does not. */
export function isInForce({ startsAt, endsAt }: PairingOverride, now: Instant): boolean {
  return (startsAt === null || startsAt <= now) && (endsAt === null || now < endsAt);
}

/**
 * The overrides of one table that hold at a moment, as decisions look them up.
 * In: overrides of one table, now (ms). Out: uses by product numbers.
 */
export function usesInForce(overrides: ReadonlyArray<NumberedOverride>, now: Instant): UsesByAntecedent {
  const uses = new Map<number, Map<number, PairingUse>>();
  for (const override of overrides) {
    if (!isInForce(override, now)) continue;
    const beside = uses.get(override.antecedent) ?? new Map<number, PairingUse>();
    uses.set(override.antecedent, beside.set(override.consequent, override.use));
  }
  return uses;
}
