import { useTranslations } from 'use-intl';
import type { SegmentRow } from '#core/segments/segment-rows';
import { settleVariation } from '#core/segments/settle-variation';
import { useDifferenceWords } from '#ui/use-difference-words';

/** What a segment makes different by itself, a line for each thing. */
export function ChangeWords({ row }: { readonly row: SegmentRow }) {
  const t = useTranslations('segments');
  const wordsOf = useDifferenceWords();
  const { decided, differences } = settleVariation([row]);
  const lines = decided.map(({ difference }) => wordsOf(difference, differences));
  if (lines.length === 0) lines.push(row.id === 'loyalty' ? t('noPoints') : t('noDifference'));
  return (
    <div style={{ overflowWrap: 'anywhere' }}>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </div>
  );
}
