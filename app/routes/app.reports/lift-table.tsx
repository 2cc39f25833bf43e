import { Link } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { Arm } from '#core/decide/trace';
import type { LiftMetric, LiftRow } from '#flows/describe-lift';
import type { Report } from '#flows/load-report';
import { reportQuery } from '#ui/report-query';
import { SimpleTable } from '#ui/simple-table';
import { useFormats } from '#ui/use-formats';
import { useSigned } from '#ui/use-signed';

type Who = 'enrolled' | 'finished' | 'buyers' | 'offered';

/** Whose orders a figure is made of. */
const WHO: Readonly<Record<LiftMetric, Who>> = {
  orderValue: 'finished',
  revenuePerCustomer: 'finished',
  cappedRevenuePerCustomer: 'finished',
  laterOrderValue: 'buyers',
  repeatRate: 'finished',
  offerBought: 'offered',
};

/**
 * The numbers of the drawing, each leading to the customers behind it. Before the verdict and with groups off their shares
 * there are none: two means side by side would be read as a lift.
 */
export function LiftTable({ report }: { readonly report: Report }) {
  const t = useTranslations('reports.lift');
  const { number, money, percent } = useFormats();
  const difference = useDifference();
  const link = useCustomersLink(report);
  const { lift } = report;
  const days = lift.horizonDays;

  const cellsOf = (row: LiftRow): ReadonlyArray<ReactNode> => {
    if (row.kind === 'not_enough') return [t('notEnough'), t('notEnough'), ''];
    if (!lift.isShown) return [t('badge.too_early'), t('badge.too_early'), ''];
    const value = (amount: number) => (row.isRate ? percent(amount) : money(amount));
    const who = WHO[row.metric];
    return [
      link('treatment', who, value(row.emailed)),
      link('holdout', who, value(row.heldOut)),
      difference(row),
    ];
  };
  const metricWords = (metric: LiftMetric) => {
    if (metric !== 'cappedRevenuePerCustomer') return t(metric);
    return lift.capMinor === null ? t('cappedUnknown') : t(metric, { cap: money(lift.capMinor) });
  };
  const counts = (key: 'enrolled' | 'customers', who: Who, of: typeof lift.enrolled) => ({
    key,
    cells: [
      t(key),
      link('treatment', who, number(of.treatment)),
      link('holdout', who, number(of.holdout)),
      '',
    ],
  });
  return (
    <SimpleTable
      caption={t('tableCaption', { days })}
      columns={[
        { title: t('metric', { days }) },
        { title: t('emailed'), isNumber: true },
        { title: t('heldOut'), isNumber: true },
        { title: t('difference'), isNumber: true },
      ]}
      rows={[
        counts('enrolled', 'enrolled', lift.enrolled),
        counts('customers', 'finished', lift.analysed),
        ...lift.rows.map((row) => ({ key: row.metric, cells: [metricWords(row.metric), ...cellsOf(row)] })),
      ]}
    />
  );
}

function useCustomersLink({ period, segment, attributed: { model } }: Report) {
  return (arm: Arm, who: Who, text: string) => {
    const query = reportQuery({ period, segment, model });
    query.set('arm', arm);
    query.set('who', who);
    return (
      <Link url={`/app/reports/customers?${query.toString()}`} removeUnderline>
        {text}
      </Link>
    );
  };
}

function useDifference() {
  const t = useTranslations('reports.lift');
  const signed = useSigned();
  return (row: Extract<LiftRow, { readonly kind: 'measured' }>): string => {
    if (row.isRate) return t('points', { points: signed.points(row.difference) });
    const difference = signed.money(row.difference);
    if (!row.differenceInterval) return difference;
    const { low, high } = row.differenceInterval;
    return t('between', { difference, low: signed.money(low), high: signed.money(high) });
  };
}
