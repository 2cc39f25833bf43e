import type { MessageKey } from '../message/message-texts';

/** One question about a customer. What is not known answers neither "is" nor "is not". */
export type Condition =
  | {
      readonly fact: 'order_count' | 'total_spent'; // total spent: minor units of the shop's currency
      readonly is: 'at_least' | 'at_most';
      readonly value: number;
    }
  | { readonly fact: 'mean_order_value'; readonly is: 'is' | 'is_not'; readonly value: number } // in the top percent
  | {
      readonly fact: 'tag' | 'country' | 'locale' | 'product' | 'category';
      readonly is: 'is' | 'is_not';
      readonly value: string;
    }
  | { readonly fact: 'discount'; readonly is: 'is' | 'is_not' }; // whether one was ever used

export type Fact = Condition['fact'];

/** In the order in which a merchant chooses among them. */
export const FACTS = [
  'order_count', 'mean_order_value', 'total_spent', 'tag', 'country', 'locale', 'product', 'category', 'discount',
] as const satisfies ReadonlyArray<Fact>; // prettier-ignore

/** Words of one e-mail in place of the sequence's own; null: as they are. */
export type OwnTexts = { readonly subject: string | null; readonly headline: string | null };

/** All that a segment may make different. Nothing wanted: null or false. */
export type Differences = {
  readonly priceShare: { readonly fromPercent: number; readonly toPercent: number } | null; // of the price base, touch 1
  readonly trustBlock: boolean; // touch 1
  readonly exclusivity: boolean;
  readonly pointsPerCurrencyUnit: number | null;
  readonly texts: Readonly<Partial<Record<MessageKey, OwnTexts>>>;
};

export const NO_DIFFERENCES: Differences = {
  priceShare: null,
  trustBlock: false,
  exclusivity: false,
  pointsPerCurrencyUnit: null,
  texts: {},
};

/** A segment of the merchant's own. */
export type OwnSegment = {
  readonly id: string; // never changes; reports and the campaign in links name it
  readonly name: string;
  readonly isOn: boolean;
  readonly join: 'all' | 'any'; // of the conditions
  readonly conditions: ReadonlyArray<Condition>;
  readonly differences: Differences;
};

/** Inside which the numbers of a segment lie: [lowest, highest]. */
export const SEGMENT_RANGES = {
  order_count: [1, 1000],
  total_spent: [0, 100_000_000_000],
  mean_order_value: [1, 50],
  share: [1, 100],
} as const satisfies Readonly<Record<string, readonly [number, number]>>;

export const LONGEST_SEGMENT_NAME = 60;

/**
 * An id that says what it stands for.
 * In: a name, ids that are taken. Out: lower-case letters, digits and underscores, at most 40, not among the taken ones.
 */
export function segmentIdFrom(name: string, taken: ReadonlyArray<string>): string {
  const plain = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 36);
  const base = plain === '' ? 'segment' : plain;
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? base : `${base}_${number}`;
    if (!taken.includes(id)) return id;
  }
}
