import { BlockStack, Card, Checkbox, InlineGrid, Text, TextField } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { Settings } from '#core/settings/settings';
import { useFormats } from '#ui/use-formats';
import type { DraftDifferences, OwnSegmentForm } from './use-own-segment';

const ENDS = ['fromPercent', 'toPercent'] as const;
const numberOf = (text: string) => (text.trim() === '' ? '' : Number(text));

/** What a segment makes different, apart from words; only what is set here differs from the sequence. */
export function DifferenceFields({
  own,
  price,
}: {
  readonly own: OwnSegmentForm;
  readonly price: Settings['price'];
}) {
  const t = useTranslations('segments.page');
  const { percent } = useFormats();
  const { differences } = own.segment;
  const { priceShare, pointsPerCurrencyUnit } = differences;
  const set = (part: Partial<DraftDifferences>, mended: string) =>
    own.change({ differences: { ...differences, ...part } }, `differences.${mended}`);
  const preferred = { fromPercent: price.touchOneFromPercent, toPercent: price.touchOneToPercent };
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            {t('differences')}
          </Text>
          <Text as="p" tone="subdued">
            {t('differencesHelp')}
          </Text>
        </BlockStack>
        <Checkbox
          label={t('prefersPrices')}
          helpText={t('priceHelp', {
            from: percent(price.touchOneFromPercent / 100, 0),
            to: percent(price.touchOneToPercent / 100, 0),
          })}
          checked={priceShare !== null}
          onChange={(isOn) => set({ priceShare: isOn ? preferred : null }, 'priceShare')}
        />
        {priceShare !== null && (
          <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
            {ENDS.map((end) => (
              <TextField
                key={end}
                id={own.fieldId(`differences.priceShare.${end}`)}
                type="number"
                autoComplete="off"
                suffix="%"
                label={t(end)}
                value={String(priceShare[end])}
                error={own.faultOf(`differences.priceShare.${end}`)}
                onChange={(text) =>
                  set({ priceShare: { ...priceShare, [end]: numberOf(text) } }, `priceShare.${end}`)
                }
              />
            ))}
          </InlineGrid>
        )}
        <Checkbox
          label={t('trustBlock')}
          checked={differences.trustBlock}
          onChange={(trustBlock) => set({ trustBlock }, 'trustBlock')}
        />
        <Checkbox
          label={t('exclusivity')}
          checked={differences.exclusivity}
          onChange={(exclusivity) => set({ exclusivity }, 'exclusivity')}
        />
        <TextField
          id={own.fieldId('differences.pointsPerCurrencyUnit')}
          type="number"
          autoComplete="off"
          label={t('points')}
          helpText={t('pointsHelp')}
          value={String(pointsPerCurrencyUnit ?? '')}
          error={own.faultOf('differences.pointsPerCurrencyUnit')}
          onChange={(text) =>
            set({ pointsPerCurrencyUnit: text.trim() === '' ? null : Number(text) }, 'pointsPerCurrencyUnit')
          }
        />
      </BlockStack>
    </Card>
  );
}
