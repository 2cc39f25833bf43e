import { isReadyMade } from '#core/segments/segment-rows';
import { OwnEditor } from './own-editor';
import { ReadyMadeEditor } from './ready-made-editor';
import type { SegmentPage } from './segment-page';

/** One segment: a ready-made one has its numbers, an own one its rule and what it changes. In: null for a new one. */
export function SegmentScreen({ id, ...page }: SegmentPage & { readonly id: string | null }) {
  return id !== null && isReadyMade(id) ? (
    <ReadyMadeEditor {...page} id={id} />
  ) : (
    <OwnEditor {...page} id={id} />
  );
}
