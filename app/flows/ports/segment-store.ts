import type { BoughtBefore, ValueBorders } from '#core/segments/customer-facts';
import type { SegmentRow } from '#core/segments/segment-rows';
import type { Instant } from '#core/shared/time';

/** What segments ask about a shop's customers. */
export interface SegmentStore {
  /** Draws the borders of the mean order value anew; done when pairings are mined, for it looks at every customer. */
  refreshValueBorders(shopId: string, now: Instant): Promise<void>;
  /** How many people each row holds now, in one look at all of them. */
  segmentSizes(shopId: string, rows: ReadonlyArray<SegmentRow>, now: Instant): Promise<SegmentSizes>;
  valueBorders(shopId: string): Promise<ValueBorders>;
  boughtBefore(shopId: string, personId: string): Promise<BoughtBefore>;
  /** The newest purchase of whoever this address belongs to; null: nobody who has bought. */
  lastPurchaseOf(shopId: string, emailHash: string): Promise<LastPurchase | null>;
}

/** Those whom a row holds. At most: it also asks what is not kept here, such as tags, which may leave out some of them. */
export type SegmentSize = { readonly count: number; readonly isAtMost: boolean };

export type SegmentSizes = {
  readonly people: number; // with at least one purchase
  readonly sizes: Readonly<Record<string, SegmentSize | null>>; // by id; null: it asks only what is not kept here
  readonly others: SegmentSize; // in no row that is on
};

export type LastPurchase = {
  readonly orderId: string;
  /** The sequence out of which the next e-mail would come. */
  readonly running: {
    readonly orderName: string;
    readonly segments: ReadonlyArray<string>;
    readonly settingsVersion: number;
  } | null;
};
