import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { Customers } from '#flows/list-customers';
import { SimpleTable } from '#ui/simple-table';
import { useFormats } from '#ui/use-formats';

/** What the rows of all pages add up to: the figure of the report is made of it. */
export function Totals({ totals }: Pick<Customers, 'totals'>) {
  const t = useTranslations('customers');
  const { money, number } = useFormats();
  const rows = [
    ['customers', number(totals.customers)],
    ['laterOrders', number(totals.laterOrders)],
    ['laterRevenue', money(totals.laterRevenueMinor)],
    ['occasions', number(totals.occasions)],
    ['occasionRevenue', money(totals.occasionRevenueMinor)],
    ['offersBought', number(totals.offersBought)],
  ] as const;
  return (
    <Card>
      <BlockStack gap="200">
        <SimpleTable
          caption={t('totals')}
          columns={[{ title: t('total') }, { title: t('sum'), isNumber: true }]}
          rows={rows.map(([key, sum]) => ({ key, cells: [t(`columns.${key}`), sum] }))}
        />
        <Text as="p" tone="subdued">
          {t('totalsNote')}
        </Text>
      </BlockStack>
    </Card>
  );
}
