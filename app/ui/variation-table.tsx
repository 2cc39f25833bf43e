import { Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { Variation } from '#core/segments/settle-variation';
import { SimpleTable } from './simple-table';
import { useDifferenceWords } from './use-difference-words';
import { useSegmentNames } from './use-segment-names';

/** Each difference that a customer's segments make, and which of them decided it. */
export function VariationTable({ variation }: { readonly variation: Variation }) {
  const t = useTranslations('segments.variation');
  const nameOf = useSegmentNames();
  const wordsOf = useDifferenceWords();
  const { segments, decided, differences } = variation;
  if (decided.length === 0) return <Text as="p">{t('nothing')}</Text>;
  return (
    <SimpleTable
      caption={t('title')}
      columns={[{ title: t('difference') }, { title: t('by') }]}
      rows={decided.map(({ difference, by }) => ({
        key: difference,
        cells: [wordsOf(difference, differences), nameOf(segments.find(({ id }) => id === by) ?? { id: by })],
      }))}
    />
  );
}
