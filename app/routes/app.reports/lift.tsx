import { Badge, BlockStack, Card, InlineStack, Link, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { LiftBadge } from '#flows/describe-lift';
import type { Report } from '#flows/load-report';
import { IntervalDrawing } from '#ui/interval-drawing';
import { reportQuery } from '#ui/report-query';
import { useFormats } from '#ui/use-formats';
import { useSigned } from '#ui/use-signed';
import { Factors } from './factors';
import { LiftNotes } from './lift-notes';
import { LiftTable } from './lift-table';
import { Maturing } from './maturing';
import { Outlook } from './outlook';
import { VerdictSentence } from './verdict';

const TONES = {
  too_early: 'info',
  not_conclusive: 'new',
  likely_real: 'success',
  likely_negative: 'critical',
  check_split: 'warning',
} as const satisfies Readonly<Record<LiftBadge, string>>;

/** The others are of few customers or of the same revenue once more; the table has them. */
const DRAWN = ['orderValue', 'revenuePerCustomer', 'repeatRate'] as const;

export function LiftCard({ report }: { readonly report: Report }) {
  const t = useTranslations('reports.lift');
  const { lift } = report;
  const tone = TONES[lift.badge];
  const isPart = report.segment !== null && lift.isShown; // before its minimum a part says so like the whole
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {t('title')}
          </Text>
          {isPart ? (
            <Badge>{t('part')}</Badge>
          ) : (
            <Badge {...(tone !== 'new' && { tone })}>{t(`badge.${lift.badge}`)}</Badge>
          )}
        </InlineStack>
        {isPart ? <Text as="p">{t('partText')}</Text> : <VerdictSentence lift={lift} />}
        {lift.badge === 'too_early' && <Outlook outlook={report.outlook} />}
        {lift.isShown && <LiftDrawing report={report} />}
        {lift.isShown && lift.isOrderValueFallingWhileRevenueRises && <Text as="p">{t('paradox')}</Text>}
        <LiftTable report={report} />
        <LiftNotes lift={lift} />
        {lift.factors && <Factors factors={lift.factors} days={lift.horizonDays} />}
        {lift.badge === 'too_early' && <Maturing lift={lift} />}
        {lift.isShown && (
          <Link
            url={`/app/reports/cohorts?${reportQuery({ ...report, model: report.attributed.model }).toString()}`}
          >
            {t('overTime')}
          </Link>
        )}
        <Text as="p" tone="subdued">
          {t('everybody')} {t('intervals')}
        </Text>
        <Text as="p" tone="subdued">
          {t('benchmark')}
        </Text>
      </BlockStack>
    </Card>
  );
}

function LiftDrawing({ report: { lift, benchmarks } }: { readonly report: Report }) {
  const t = useTranslations('reports.lift');
  const { percent } = useFormats();
  const signed = useSigned();
  const rows = DRAWN.flatMap((metric) => {
    const row = lift.rows.find((line) => line.metric === metric);
    return row?.kind === 'measured' && row.lift
      ? [
          {
            key: metric,
            label: t(metric),
            note: row.lift.interval.low <= 0 && row.lift.interval.high >= 0 ? t('holdsZero') : null,
            estimate: row.lift.estimate,
            interval: row.lift.interval,
            text: signed.percent(row.lift.estimate),
          },
        ]
      : [];
  });
  if (rows.length === 0) return null;
  const label = rows
    .map(({ label: metric, text, interval }) =>
      t('drawing', {
        metric,
        lift: text,
        low: signed.percent(interval.low),
        high: signed.percent(interval.high),
      }),
    )
    .join(' ');
  const { range, isPublished } = benchmarks.shares.orderValueLift;
  return (
    <IntervalDrawing
      rows={rows}
      benchmark={range}
      benchmarkText={t('shaded', {
        whose: isPublished ? 'published' : 'own',
        low: percent(range.low, 0),
        high: percent(range.high, 0),
      })}
      label={label}
      axis={signed.axis}
    />
  );
}
