import { useEffect, useState } from 'react';
import type { SegmentSizes } from '#flows/ports/segment-store';

export type Counted = SegmentSizes | 'counting' | 'failed';

/**
 * What was counted, once it is. No Suspense: what the screen learns of its width while it hydrates would throw a boundary
 * that still waits back to drawing in the browser. In: the loader's promise. Out: the sizes, or how far they are.
 */
export function useSizes(sizes: Promise<SegmentSizes>): Counted {
  const [counted, setCounted] = useState<Counted>('counting');
  useEffect(() => {
    let isCurrent = true;
    const keep = (known: Counted) => isCurrent && setCounted(known);
    sizes.then(keep, () => keep('failed'));
    return () => {
      isCurrent = false;
    };
  }, [sizes]);
  return counted;
}
