import type { Instant } from '../../model';
import type { CatalogueEntry } from './catalogue-entry';
import type { Shopper } from './shopper';

export type DraftLine = {
  readonly entry: CatalogueEntry;
  readonly quantity: number;
  readonly onPlan: boolean; // bought with the selling plan, at its price
};

/** What happens to an order after it was paid. */
export type Aftermath =
  | { readonly kind: 'cancelled'; readonly afterMs: number }
  | { readonly kind: 'refunded'; readonly afterMs: number; readonly wholeOrder: boolean };

/** An order of a generated shop before orders are numbered in time order. */
export type DraftOrder = {
  readonly at: Instant;
  readonly shopper: Shopper;
  readonly lines: ReadonlyArray<DraftLine>;
  readonly sourceName: string;
  readonly test: boolean;
  readonly discount: { readonly code: string; readonly percentOff: number } | null;
  readonly aftermath: Aftermath | null;
};
