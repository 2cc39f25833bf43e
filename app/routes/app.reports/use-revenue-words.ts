import { useTranslations } from 'use-intl';
import type { RevenuePerEmail } from '#core/lift/revenue-per-email';
import { useFormats } from '#ui/use-formats';

/** Revenue per e-mail in words, with its interval where there is one. */
export function useRevenueWords(): (revenue: RevenuePerEmail | null) => string {
  const t = useTranslations('reports.touches');
  const { money } = useFormats();
  return (revenue) => {
    if (revenue === null) return t('notEnough');
    const { meanMinor, interval } = revenue;
    return interval
      ? t('perEmail', { money: money(meanMinor), low: money(interval.low), high: money(interval.high) })
      : t('perEmailOnly', { money: money(meanMinor) });
  };
}
