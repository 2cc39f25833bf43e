import type { ValueBorders } from '#core/segments/customer-facts';
import { isReadyMade } from '#core/segments/segment-rows';
import type { Settings } from '#core/settings/settings';
import { OwnEditor } from './own-editor';
import { ReadyMadeEditor } from './ready-made-editor';

export type SegmentPage = {
  readonly version: number;
  readonly segments: Settings['segments'];
  readonly price: Settings['price'];
  readonly currency: string;
  readonly categories: ReadonlyArray<string>;
  readonly borders: ValueBorders;
  readonly titles: Readonly<Record<string, string>>;
  readonly customers: number; // that it holds now, at most
};

/** One segment: a ready-made one has its numbers, an own one its rule and what it changes. In: null for a new one. */
export function SegmentScreen({ id, ...page }: SegmentPage & { readonly id: string | null }) {
  return id !== null && isReadyMade(id) ? (
    <ReadyMadeEditor {...page} id={id} />
  ) : (
    <OwnEditor {...page} id={id} />
  );
}
