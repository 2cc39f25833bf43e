import { BlockStack, Box, Card, InlineGrid, InlineStack, Link, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { LiftMetric, LiftView } from '#flows/describe-lift';
import type { Report } from '#flows/load-report';
import { StatCard } from '#ui/stat-card';
import { useFormats } from '#ui/use-formats';
import { useSigned } from '#ui/use-signed';

const REPORT = '/app/reports?period=90';

/** Four figures, the same ones that Reports shows for 90 days. */
export function Figures({ report }: { readonly report: Report | null }) {
  const t = useTranslations('home.figures');
  const { number, percent } = useFormats();
  const { lift, extra } = useLiftFigures(report?.lift ?? null);
  if (!report) {
    return (
      <Card>
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {t('title')}
          </Text>
          <Text as="p" tone="subdued">
            {t('later')}
          </Text>
        </BlockStack>
      </Card>
    );
  }
  const { sent, suppressed, unsubscribed, complained } = report;
  return (
    <BlockStack gap="200">
      <Box paddingInline={{ xs: '400', sm: '0' }}>
        <InlineStack align="space-between">
          <Text as="h2" variant="headingMd">
            {t('title')}
          </Text>
          <Link url={REPORT}>{t('report')}</Link>
        </InlineStack>
      </Box>
      <InlineGrid columns={{ xs: 1, sm: 2, lg: 4 }} gap="400">
        <StatCard label={t('lift')} {...lift} url={REPORT} />
        <StatCard label={t('extra')} {...extra} url={REPORT} />
        <StatCard
          label={t('sent')}
          value={sent === 0 ? t('nothingSent') : number(sent)}
          detail={t('suppressed', { count: suppressed })}
          url="/app/activity?tab=sent"
        />
        <StatCard
          label={t('unsubscribed')}
          value={unsubscribed ? percent(unsubscribed.rate, 2) : t('noFigure')}
          detail={
            complained ? t('complaints', { rate: percent(complained.rate, 2) }) : t('complaintsUnknown')
          }
          url="/app/suppression"
        />
      </InlineGrid>
    </BlockStack>
  );
}

function useLiftFigures(lift: LiftView | null) {
  const t = useTranslations('home.figures');
  const signed = useSigned();
  const needed = lift ? neededWords(lift) : null;
  const unknown = {
    value: lift?.badge === 'check_split' ? t('checkSplit') : t('tooEarly'),
    detail: needed ? t(needed.key, needed.values) : t('noComparison'),
  };
  const rowOf = (metric: LiftMetric) =>
    lift?.isShown ? lift.rows.find((row) => row.metric === metric && row.kind === 'measured') : undefined;
  const order = rowOf('orderValue');
  const revenue = rowOf('revenuePerCustomer');
  return {
    lift:
      order?.kind === 'measured' && order.lift
        ? {
            value: signed.percent(order.lift.estimate),
            detail: t('interval', {
              low: signed.percent(order.lift.interval.low),
              high: signed.percent(order.lift.interval.high),
            }),
          }
        : unknown,
    extra:
      revenue?.kind === 'measured' && revenue.differenceInterval
        ? {
            value: signed.money(revenue.difference),
            detail: t('interval', {
              low: signed.money(revenue.differenceInterval.low),
              high: signed.money(revenue.differenceInterval.high),
            }),
          }
        : unknown,
  };
}

function neededWords({ verdict }: LiftView) {
  if (verdict.kind === 'sample_ratio_mismatch') return { key: 'split', values: {} } as const;
  if (verdict.kind !== 'too_early' || verdict.reason === 'no_comparison') return null;
  const values = { have: verdict.have, need: verdict.need };
  return { key: verdict.reason === 'few_days' ? 'daysNeeded' : 'buyersNeeded', values } as const;
}
