import { useSearchParams } from '@remix-run/react';
import { TitleBar, useAppBridge } from '@shopify/app-bridge-react';
import { Banner, BlockStack, Box, InlineGrid, InlineStack, Page, Select, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { Report } from '#flows/load-report';
import type { LiftPlan } from '#flows/plan-lift';
import { reportQuery } from '#ui/report-query';
import { useFormats } from '#ui/use-formats';
import { saveFile } from '#ui/save-file';
import { useSegmentNames } from '#ui/use-segment-names';
import { FunnelCard } from './funnel';
import { LiftCard } from './lift';
import { MoneyCard } from './money';
import { PlannerCard } from './planner';
import { TotalsCard } from './totals';
import { TouchesCard } from './touches';

const PERIODS = ['30', '90', '365', 'all'] as const;

type OwnSegments = ReadonlyArray<{ readonly id: string; readonly name: string }>;

type Properties = Report & { readonly ownSegments: OwnSegments; readonly plan: LiftPlan };

export function ReportsScreen({ ownSegments, plan, ...report }: Properties) {
  const t = useTranslations('reports');
  const exportCsv = useExport(report);
  return (
    <Page
      fullWidth
      title={t('title')}
      subtitle={t('subtitle')}
      secondaryActions={[{ content: t('explained'), url: '/app/reports/explained' }]}
    >
      <TitleBar title={t('title')}>
        <button onClick={() => void exportCsv()}>{t('export')}</button>
      </TitleBar>
      <BlockStack gap="400">
        {report.heldOutEmails > 0 && (
          <Banner tone="critical" title={t('breachTitle')}>
            {t('breach', { count: report.heldOutEmails })}
          </Banner>
        )}
        <Choices report={report} ownSegments={ownSegments} />
        <LiftCard report={report} />
        <InlineGrid columns={{ xs: 1, md: ['twoThirds', 'oneThird'] }} gap="400" alignItems="start">
          <BlockStack gap="400">
            <TouchesCard report={report} />
            <TotalsCard report={report} />
          </BlockStack>
          <BlockStack gap="400">
            <FunnelCard funnel={report.funnel} suppressed={report.suppressed} />
            <PlannerCard plan={plan} share={report.lift.holdoutShare} />
          </BlockStack>
        </InlineGrid>
        <MoneyCard report={report} />
      </BlockStack>
    </Page>
  );
}

/** Period and segment, kept in the address so that Back works and a link shows the same report. */
function Choices({ report, ownSegments }: { readonly report: Report; readonly ownSegments: OwnSegments }) {
  const t = useTranslations('reports');
  const { percent, timeZone } = useFormats();
  const [query, setQuery] = useSearchParams();
  const choose = (name: 'period' | 'segment') => (value: string) => {
    const next = new URLSearchParams(query);
    if (value === '') next.delete(name);
    else next.set(name, value);
    setQuery(next);
  };
  const nameOf = useSegmentNames();
  const segments = [...new Set([...report.segments, ...(report.segment === null ? [] : [report.segment])])];
  const share = report.lift.holdoutShare;
  return (
    <Box paddingInline={{ xs: '400', sm: '0' }}>
      <InlineStack align="space-between" blockAlign="center" gap="300">
        <InlineStack gap="200">
          <Select
            label={t('period')}
            labelInline
            options={PERIODS.map((value) => ({ value, label: t(`periods.${value}`) }))}
            value={report.period}
            onChange={choose('period')}
          />
          <Select
            label={t('segment')}
            labelInline
            options={[
              { value: '', label: t('allSegments') },
              ...segments.map((value) => ({
                value,
                label: nameOf(ownSegments.find(({ id }) => id === value) ?? { id: value }),
              })),
            ]}
            value={report.segment ?? ''}
            onChange={choose('segment')}
          />
        </InlineStack>
        <Text as="p" tone="subdued">
          {t('split', { emailed: percent(1 - share, 0), heldOut: percent(share, 0) })}{' '}
          {t('zone', { zone: timeZone })}
        </Text>
      </InlineStack>
    </Box>
  );
}

function useExport({ period, segment, attributed: { model }, until }: Report) {
  const shopify = useAppBridge();
  const t = useTranslations('reports');
  return async () => {
    const query = reportQuery({ period, segment, model });
    const answer = await fetch(`/app/reports/export?${query.toString()}`);
    if (!answer.ok) {
      shopify.toast.show(t('exportFailed'), { isError: true });
      return;
    }
    await saveFile(answer, `encore-report-${new Date(until).toISOString().slice(0, 10)}.csv`);
  };
}
