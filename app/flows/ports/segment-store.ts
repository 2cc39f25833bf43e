import type { Settings } from '#core/settings/settings';
import type { Instant } from '#core/shared/time';

/** What the screen of the segments asks about a shop. */
export interface SegmentStore {
  /** How many people each segment holds now by the given settings, and the border of the high order value. */
  segmentSizes(shopId: string, settings: Settings['segments'], now: Instant): Promise<SegmentSizes>;
}

export type SegmentSizes = {
  readonly people: number; // with at least one purchase
  readonly highAov: number | null; // null: too few customers to draw a border
  readonly highAovFromMinor: number | null;
  readonly repeat: number;
  readonly firstTime: number;
};
