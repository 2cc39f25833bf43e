import type { ValueBorders } from '#core/segments/customer-facts';
import type { Settings } from '#core/settings/settings';
import type { SegmentSizes } from '#flows/ports/segment-store';

/** What the page of one segment is drawn from. */
export type SegmentPage = {
  readonly version: number;
  readonly segments: Settings['segments'];
  readonly price: Settings['price'];
  readonly currency: string;
  readonly categories: ReadonlyArray<string>;
  readonly borders: ValueBorders;
  readonly titles: Readonly<Record<string, string>>;
  readonly sizes: Promise<SegmentSizes> | null; // null: it cannot be removed
};
