import { BlockStack, Card, InlineGrid, Link, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { Report } from '#flows/load-report';
import { reportQuery } from '#ui/report-query';
import { useFormats } from '#ui/use-formats';
import { useSigned } from '#ui/use-signed';
import { CreditModels } from './credit-models';
import { CreditTouches } from './credit-touches';

/** What touched an order beside what the held-out group proves, each under its own name. */
export function MoneyCard({ report }: { readonly report: Report }) {
  const t = useTranslations('reports.money');
  const { period, segment, attributed, currency, inOtherCurrency } = report;
  const query = reportQuery({ period, segment, model: attributed.model });
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t('title')}
        </Text>
        <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
          <AttributedFigure attributed={attributed} />
          <IncrementalFigure report={report} />
        </InlineGrid>
        <InlineGrid columns={{ xs: 1, md: ['oneThird', 'twoThirds'] }} gap="400">
          <CreditTouches attributed={attributed} />
          <CreditModels models={attributed.models} />
        </InlineGrid>
        {inOtherCurrency.orders + inOtherCurrency.emails > 0 && (
          <Text as="p" tone="subdued">
            {t('otherCurrency', { currency, ...inOtherCurrency })}
          </Text>
        )}
        {attributed.orders > 0 && (
          <Text as="p">
            <Link url={`/app/reports/credited?${query.toString()}`}>
              {t('rows', { orders: attributed.orders })}
            </Link>
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}

function AttributedFigure({ attributed }: Pick<Report, 'attributed'>) {
  const t = useTranslations('reports.money');
  const { money } = useFormats();
  return (
    <BlockStack gap="200">
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
    </BlockStack>
  );
}

function IncrementalFigure({ report: { lift, attributed } }: { readonly report: Report }) {
  const t = useTranslations('reports.money');
  const { percent } = useFormats();
  const signed = useSigned();
  const revenue = lift.isShown ? lift.rows.find(({ metric }) => metric === 'revenuePerCustomer') : undefined;
  const proven = revenue?.kind === 'measured' && revenue.differenceInterval ? revenue : null;
  const { incremental } = attributed;
  return (
    <BlockStack gap="200">
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
      {incremental && (
        <Text as="p" tone="subdued">
          {t('ratio', {
            ratio: percent(incremental.ratio, 0),
            low: percent(incremental.interval.low, 0),
            high: percent(incremental.interval.high, 0),
          })}
        </Text>
      )}
    </BlockStack>
  );
}
