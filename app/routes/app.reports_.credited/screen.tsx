import { TitleBar, useAppBridge } from '@shopify/app-bridge-react';
import { BlockStack, Box, Card, EmptyState, Page, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { CreditedOrderRow } from '#flows/list-credited-orders';
import type { ReportChoice } from '#flows/report-choice';
import { reportQuery } from '#ui/report-query';
import { saveFile } from '#ui/save-file';
import { useFormats } from '#ui/use-formats';
import { useSegmentNames } from '#ui/use-segment-names';
import { CreditedPages } from './pages';
import { CreditedRows } from './rows';

type Properties = {
  readonly choice: ReportChoice;
  readonly segmentName: string | null; // of the merchant's own
  readonly rows: ReadonlyArray<CreditedOrderRow>;
  readonly total: number;
  readonly revenueMinor: number;
  readonly page: number;
  readonly pageSize: number;
};

export function CreditedScreen(credited: Properties) {
  const { choice, rows, total, revenueMinor, page, pageSize } = credited;
  const t = useTranslations('reports.credited');
  const { money, timeZone } = useFormats();
  const reports = useTranslations('reports');
  const chosen = useChosenWords(credited);
  const exportCsv = useExport(choice);
  return (
    <Page
      fullWidth
      title={t('title')}
      subtitle={t('subtitle', { orders: total, money: money(revenueMinor) })}
      backAction={{ content: t('back'), url: `/app/reports?${reportQuery(choice).toString()}` }}
    >
      <TitleBar title={t('title')}>
        <button onClick={() => void exportCsv()}>{t('export')}</button>
      </TitleBar>
      <BlockStack gap="400">
        <Box paddingInline={{ xs: '400', sm: '0' }}>
          <BlockStack gap="100">
            <Text as="p">{chosen}</Text>
            <Text as="p" tone="subdued">
              {t('text')}
            </Text>
          </BlockStack>
        </Box>
        <Card padding="0">
          {rows.length > 0 && <CreditedRows rows={rows} />}
          {rows.length === 0 && (
            <EmptyState heading={total === 0 ? t('emptyTitle') : t('noneTitle')} image="">
              <p>{total === 0 ? t('emptyText') : t('noneText')}</p>
            </EmptyState>
          )}
          <CreditedPages {...{ choice, total, page, pageSize }} shown={rows.length} />
        </Card>
        <Box paddingInline={{ xs: '400', sm: '0' }}>
          <Text as="p" tone="subdued">
            {reports('zone', { zone: timeZone })}
          </Text>
        </Box>
      </BlockStack>
    </Page>
  );
}

function useChosenWords({ choice, segmentName }: Properties): string {
  const t = useTranslations('reports');
  const nameOf = useSegmentNames();
  const { period, segment, model } = choice;
  return t('credited.chosen', {
    period: t(`periods.${period}`),
    segment: segment === null ? t('allSegments') : nameOf({ id: segment, name: segmentName }),
    model: t(`money.models.${model}`),
  });
}

function useExport(choice: ReportChoice) {
  const shopify = useAppBridge();
  const t = useTranslations('reports');
  return async () => {
    const answer = await fetch(`/app/reports/credited/export?${reportQuery(choice).toString()}`);
    if (answer.ok) await saveFile(answer, `encore-attributed-orders-${choice.period}-${choice.model}.csv`);
    else shopify.toast.show(t('exportFailed'), { isError: true });
  };
}
