import { BlockStack, InlineGrid, Text, TextField } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { SETTING_RANGES } from '#core/settings/settings';
import type { SectionProperties } from './section-properties';

const WEIGHTS = [
  { path: 'signals.coOccurrencePercent', help: 'coOccurrence' },
  { path: 'signals.browsePercent', help: 'browse' },
  { path: 'signals.categoryPercent', help: 'category' },
  { path: 'signals.ratingPercent', help: 'rating' },
] as const;

/** How much each signal counts where touches 2 and 3 choose among products. */
export function SignalWeights({ form, name }: SectionProperties) {
  const t = useTranslations('signals');
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t('title')}
      </Text>
      <Text as="p" tone="subdued">
        {t('text')}
      </Text>
      <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
        {WEIGHTS.map(({ path, help }) => (
          <TextField
            key={path}
            {...form.numberField(path)}
            label={name(path)}
            suffix={t('percent')}
            min={SETTING_RANGES[path][0]}
            max={SETTING_RANGES[path][1]}
            helpText={t(`help.${help}`)}
          />
        ))}
      </InlineGrid>
    </BlockStack>
  );
}
