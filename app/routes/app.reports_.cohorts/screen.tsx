import { BlockStack, Card, Page, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { CohortRevenue } from '#core/lift/cohorts';
import type { CohortsView } from '#flows/load-cohorts';
import type { ReportChoice } from '#flows/report-choice';
import { reportQuery } from '#ui/report-query';
import { SimpleTable } from '#ui/simple-table';
import { useFormats } from '#ui/use-formats';
import { useSegmentNames } from '#ui/use-segment-names';
import { useSigned } from '#ui/use-signed';

type Properties = {
  readonly view: CohortsView;
  readonly choice: ReportChoice;
  readonly segmentName: string | null; // of the merchant's own
};

export function CohortsScreen({ view, choice, segmentName }: Properties) {
  const t = useTranslations('cohorts');
  const nameOf = useSegmentNames();
  const isEmpty = view.growth.length === 0;
  return (
    <Page
      title={t('title')}
      {...(choice.segment !== null && {
        subtitle: t('segment', { segment: nameOf({ id: choice.segment, name: segmentName }) }),
      })}
      backAction={{ content: t('back'), url: `/app/reports?${reportQuery(choice).toString()}` }}
    >
      <BlockStack gap="400">
        {isEmpty ? (
          <Card>
            <Text as="p">{t('early')}</Text>
          </Card>
        ) : (
          <>
            <Growth view={view} />
            <Months view={view} />
          </>
        )}
      </BlockStack>
    </Page>
  );
}

function Growth({ view: { growth, horizonDays } }: { readonly view: CohortsView }) {
  const t = useTranslations('cohorts');
  const { columns, cellsOf } = useRevenue();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('growth.title')}
        </Text>
        <Text as="p">{t('growth.text', { days: horizonDays })}</Text>
        <SimpleTable
          caption={t('growth.caption')}
          columns={[{ title: t('growth.within') }, ...columns]}
          rows={growth.map(({ days, revenue }) => ({
            key: String(days),
            cells: [t('growth.days', { days }), ...cellsOf(revenue)],
          }))}
        />
        <Text as="p" tone="subdued">
          {t('intervals')}
        </Text>
      </BlockStack>
    </Card>
  );
}

function Months({ view: { months, horizonDays } }: { readonly view: CohortsView }) {
  const t = useTranslations('cohorts');
  const { number, month } = useFormats();
  const { columns, cellsOf } = useRevenue();
  const days = horizonDays;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('months.title')}
        </Text>
        <Text as="p">{t('months.text', { days })}</Text>
        {months.length === 0 ? (
          <Text as="p" tone="subdued">
            {t('months.none', { days })}
          </Text>
        ) : (
          <SimpleTable
            caption={t('months.caption', { days })}
            columns={[
              { title: t('months.month') },
              { title: t('months.customers'), isNumber: true },
              ...columns,
            ]}
            rows={months.map(({ startsAt, customers, revenue }) => ({
              key: String(startsAt),
              cells: [
                month(startsAt),
                t('both', { emailed: number(customers.treatment), heldOut: number(customers.holdout) }),
                ...cellsOf(revenue),
              ],
            }))}
          />
        )}
      </BlockStack>
    </Card>
  );
}

/** The three columns of both tables. A line below its minimum says how far it is, and shows no figure. */
function useRevenue() {
  const t = useTranslations('cohorts');
  const { money } = useFormats();
  const signed = useSigned();
  return {
    columns: (['emailed', 'heldOut', 'difference'] as const).map((key) => ({
      title: t(`groups.${key}`),
      isNumber: true,
    })),
    cellsOf: (revenue: CohortRevenue): ReadonlyArray<string> => {
      if (revenue.kind === 'too_few')
        return ['', '', t('tooFew', { have: revenue.have, need: revenue.need })];
      if (revenue.kind === 'not_enough') return ['', '', t('notEnough')];
      const { emailed, heldOut, difference, interval } = revenue;
      return [
        money(emailed),
        money(heldOut),
        t('between', {
          difference: signed.money(difference),
          low: signed.money(interval.low),
          high: signed.money(interval.high),
        }),
      ];
    },
  };
}
