import { useTranslations } from 'use-intl';
import type { ValueBorders } from '#core/segments/customer-facts';
import type { SegmentRow } from '#core/segments/segment-rows';
import type { SegmentSize } from '#flows/ports/segment-store';
import { useFormats } from '#ui/use-formats';
import type { Counted } from './use-sizes';

/**
 * How many customers a segment holds now, in words. In: what was counted, the borders, whether the words stand in a
 * sentence, for on phones no column says what the number counts. Out: asks for a row, or null for everyone else.
 */
export function useSizeWords(
  counted: Counted,
  borders: ValueBorders,
  isSentence: boolean,
): (row: SegmentRow | null) => string {
  const t = useTranslations('segments');
  const { number } = useFormats();
  const words = ({ count, isAtMost }: SegmentSize) => {
    if (isSentence) return t(isAtMost ? 'atMost' : 'customers', { count });
    return t(isAtMost ? 'countAtMost' : 'count', { count: number(count) });
  };
  return (row) => {
    if (counted === 'counting') return t('counting');
    if (counted === 'failed') return t('countFailed');
    if (row === null) return words(counted.others);
    const size = counted.sizes[row.id] ?? null;
    if (size === null) return t('notCounted');
    const asksBorder = row.conditions.some(({ fact }) => fact === 'mean_order_value');
    return asksBorder && borders === null && size.count === 0 ? t('tooFew') : words(size);
  };
}
