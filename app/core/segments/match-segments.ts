import type { Settings } from '../settings/settings';

/** The four ready-made segments, in the order in which conflicts are settled: the first wins. */
export const SEGMENTS = ['loyalty', 'high_aov', 'repeat', 'first_time'] as const;
export type Segment = (typeof SEGMENTS)[number];

export type CustomerFacts = {
  readonly tags: ReadonlyArray<string>;
  readonly orderCount: number; // qualifying purchases, this order included
  readonly meanOrderValueMinor: number | null; // over 12 months; null: no purchases
  readonly highAovFromMinor: number | null; // border of the top share; null: too few customers to draw one
};

/**
 * The segments a customer is in at this moment.
 * In: facts about the customer (money in minor units of the shop's currency), segment settings. Out: names, in order.
 */
export function matchSegments(facts: CustomerFacts, settings: Settings['segments']): ReadonlyArray<Segment> {
  const { tags, orderCount, meanOrderValueMinor, highAovFromMinor } = facts;
  const loyaltyTag = settings.loyalty.tag.toLowerCase();
  const matches: Readonly<Record<Segment, boolean>> = {
    loyalty: settings.loyalty.isOn && tags.some((tag) => tag.toLowerCase() === loyaltyTag),
    high_aov:
      settings.highAov.isOn &&
      highAovFromMinor !== null &&
      meanOrderValueMinor !== null &&
      meanOrderValueMinor >= highAovFromMinor,
    repeat: settings.repeat.isOn && orderCount >= settings.repeat.fromOrders,
    first_time: settings.firstTime.isOn && orderCount === 1,
  };
  return SEGMENTS.filter((segment) => matches[segment]);
}
