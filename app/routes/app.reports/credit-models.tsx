import { BlockStack, InlineStack, Text, useBreakpoints } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { CreditTally } from '#core/attribution/tally-credit';
import { SimpleTable } from '#ui/simple-table';
import { useFormats } from '#ui/use-formats';

type Properties = { readonly models: ReadonlyArray<CreditTally> };

/** All models side by side: they share the same total out differently. */
export function CreditModels({ models }: Properties) {
  const t = useTranslations('reports.money');
  const { money } = useFormats();
  const { smDown } = useBreakpoints();
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t('compare')}
      </Text>
      {smDown ? (
        <StackedModels models={models} />
      ) : (
        <SimpleTable
          caption={t('compareCaption')}
          columns={[
            { title: t('model') },
            ...[1, 2, 3].map((touch) => ({ title: t('touch', { touch }), isNumber: true })),
            { title: t('total'), isNumber: true },
          ]}
          rows={models.map(({ model, touches, revenueMinor }) => ({
            key: model,
            cells: [
              t(`models.${model}`),
              ...touches.map((touch) => money(touch.revenueMinor)),
              money(revenueMinor),
            ],
          }))}
        />
      )}
      <Text as="p" tone="subdued">
        {t('compareText')}
      </Text>
    </BlockStack>
  );
}

/** On a phone five columns of amounts would break inside of a number. */
function StackedModels({ models }: Properties) {
  const t = useTranslations('reports.money');
  const { money } = useFormats();
  return (
    <ul aria-label={t('compareCaption')} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {models.map(({ model, touches, revenueMinor }) => (
        <li key={model} style={{ paddingBlock: '8px' }}>
          <InlineStack align="space-between" gap="200">
            <Text as="span" fontWeight="medium">
              {t(`models.${model}`)}
            </Text>
            <Text as="span">{t('totalOf', { money: money(revenueMinor) })}</Text>
          </InlineStack>
          {touches.map((touch) => (
            <InlineStack align="space-between" gap="200" key={touch.touchNumber}>
              <Text as="span" tone="subdued">
                {t('touch', { touch: touch.touchNumber })}
              </Text>
              <Text as="span" tone="subdued">
                {money(touch.revenueMinor)}
              </Text>
            </InlineStack>
          ))}
        </li>
      ))}
    </ul>
  );
}
