import { BlockStack, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { LiftView } from '#flows/describe-lift';
import { SimpleTable } from '#ui/simple-table';
import { useFormats } from '#ui/use-formats';

/** What revenue per customer is the product of, so that a merchant sees where a difference comes from. */
export function Factors({
  factors,
  days,
}: {
  readonly factors: NonNullable<LiftView['factors']>;
  readonly days: number;
}) {
  const t = useTranslations('reports.factors');
  const { money, percent, number } = useFormats();
  const rows = [
    { key: 'buyerRate', show: (value: number) => percent(value) },
    { key: 'ordersPerBuyer', show: (value: number) => number(Math.round(value * 100) / 100) },
    { key: 'orderValueMinor', show: money },
    { key: 'revenuePerCustomerMinor', show: money },
  ] as const;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t('title')}
      </Text>
      <SimpleTable
        caption={t('caption', { days })}
        columns={[
          { title: t('factor') },
          { title: t('emailed'), isNumber: true },
          { title: t('heldOut'), isNumber: true },
        ]}
        rows={rows.map(({ key, show }) => ({
          key,
          cells: [t(key), show(factors.treatment[key]), show(factors.holdout[key])],
        }))}
      />
      <Text as="p" tone="subdued">
        {t('note')}
      </Text>
    </BlockStack>
  );
}
