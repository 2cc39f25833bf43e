import { useTranslations } from 'use-intl';
import { isReadyMade } from '#core/segments/segment-rows';

/** How a segment is called: a ready-made one in words, the merchant's own by its name, one that is gone by its id. */
export function useSegmentNames(): (segment: {
  readonly id: string;
  readonly name?: string | null;
}) => string {
  const t = useTranslations('segments.readyMade');
  return ({ id, name }) => (isReadyMade(id) ? t(id) : (name ?? id));
}
