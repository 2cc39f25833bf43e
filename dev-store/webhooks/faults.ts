import type { Instant } from '../model';
import { hashFraction } from '../stores/hash-fraction';

/** What goes wrong with the webhooks of a shop, and with its Admin API. */
export type Faults = {
  readonly duplicate: number; // share of webhooks that come twice
  readonly lose: number; // share of webhooks that never come
  readonly delayMaxMs: number;
  readonly reorder: boolean; // webhooks of the same moment overtake each other
  readonly seed: string;
  readonly throttleNext: number; // how many GraphQL calls are answered THROTTLED
};

export const NO_FAULTS: Faults = {
  duplicate: 0,
  lose: 0,
  delayMaxMs: 0,
  reorder: false,
  seed: '',
  throttleNext: 0,
};

const REORDER_WITHIN_MS = 10_000;

/** When a webhook of time `at` is delivered: not at all, once or twice. Equal input gives equal times. */
export function deliveryTimes(faults: Faults, webhookId: string, at: Instant): ReadonlyArray<Instant> {
  const fraction = (what: string) => hashFraction(faults.seed, what, webhookId);
  if (faults.lose > 0 && fraction('lose') < faults.lose) return [];
  const latestMs = faults.delayMaxMs + (faults.reorder ? REORDER_WITHIN_MS : 0);
  const delayed = (what: string) => (latestMs === 0 ? at : at + Math.floor(fraction(what) * latestMs));
  const isTwice = faults.duplicate > 0 && fraction('duplicate') < faults.duplicate;
  return isTwice ? [delayed('delay'), delayed('delay of the second')] : [delayed('delay')];
}
