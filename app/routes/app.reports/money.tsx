import { BlockStack, Card, Divider, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { Report } from '#flows/load-report';
import { useFormats } from '#ui/use-formats';
import { useSigned } from '#ui/use-signed';

/** What touched an order beside what the held-out group proves, each under its own name. */
export function MoneyCard({ report: { attributed, lift } }: { readonly report: Report }) {
  const t = useTranslations('reports.money');
  const { money } = useFormats();
  const signed = useSigned();
  const revenue = lift.isShown ? lift.rows.find(({ metric }) => metric === 'revenuePerCustomer') : undefined;
  const proven = revenue?.kind === 'measured' && revenue.differenceInterval ? revenue : null;
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t('title')}
        </Text>
        <Text as="h3">{t('attributed')}</Text>
        <Text as="p" variant="headingLg">
          {money(attributed.revenueMinor)}
        </Text>
        <Text as="p" tone="subdued">
          {t('attributedText', { orders: attributed.orders })}
        </Text>
        {attributed.perEmailMinor !== null && (
          <Text as="p" tone="subdued">
            {t('perEmail', { money: money(attributed.perEmailMinor) })}
          </Text>
        )}
        <Divider />
        <Text as="h3">{t('incremental')}</Text>
        <Text as="p" variant="headingLg">
          {proven ? signed.money(proven.difference) : t('tooEarly')}
        </Text>
        {proven?.differenceInterval && (
          <Text as="p" tone="subdued">
            {t('interval', {
              low: signed.money(proven.differenceInterval.low),
              high: signed.money(proven.differenceInterval.high),
            })}
          </Text>
        )}
        <Text as="p" tone="subdued">
          {t('incrementalText', { days: lift.horizonDays })}
        </Text>
      </BlockStack>
    </Card>
  );
}
