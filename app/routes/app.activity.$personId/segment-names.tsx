import { useTranslations } from 'use-intl';
import { SEGMENTS } from '#core/segments/match-segments';

/** Ready-made segments in words; one that a merchant named keeps its own name. */
export function useSegmentNames(): (segments: ReadonlyArray<string>) => string {
  const t = useTranslations('activity.trace.segmentName');
  return (segments) =>
    segments
      .map((segment) => {
        const known = SEGMENTS.find((name) => name === segment);
        return known ? t(known) : segment;
      })
      .join(', ');
}
