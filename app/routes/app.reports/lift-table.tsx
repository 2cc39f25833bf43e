import { useTranslations } from 'use-intl';
import type { LiftMetric, LiftRow, LiftView } from '#flows/describe-lift';
import { SimpleTable } from '#ui/simple-table';
import { useFormats } from '#ui/use-formats';
import { useSigned } from '#ui/use-signed';

/** The numbers of the drawing. Before the verdict and with groups off their shares there is no difference to show. */
export function LiftTable({ lift }: { readonly lift: LiftView }) {
  const t = useTranslations('reports.lift');
  const { number, money, percent } = useFormats();
  const signed = useSigned();
  const days = lift.horizonDays;

  const cellsOf = (row: LiftRow): ReadonlyArray<string> => {
    if (row.kind === 'not_enough') return [t('notEnough'), t('notEnough'), ''];
    const value = (amount: number) => (row.isRate ? percent(amount) : money(amount));
    const difference = row.isRate
      ? t('points', { points: signed.points(row.difference) })
      : signed.money(row.difference);
    const between = row.differenceInterval
      ? t('between', {
          difference,
          low: signed.money(row.differenceInterval.low),
          high: signed.money(row.differenceInterval.high),
        })
      : difference;
    return [value(row.emailed), value(row.heldOut), lift.isShown ? between : t('badge.too_early')];
  };
  const metricWords = (metric: LiftMetric) =>
    metric === 'cappedRevenuePerCustomer'
      ? t('cappedRevenuePerCustomer', { cap: lift.capMinor === null ? '' : money(lift.capMinor) })
      : t(metric);
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
        {
          key: 'enrolled',
          cells: [t('enrolled'), number(lift.enrolled.treatment), number(lift.enrolled.holdout), ''],
        },
        {
          key: 'customers',
          cells: [t('customers'), number(lift.analysed.treatment), number(lift.analysed.holdout), ''],
        },
        ...lift.rows.map((row) => ({ key: row.metric, cells: [metricWords(row.metric), ...cellsOf(row)] })),
      ]}
    />
  );
}
