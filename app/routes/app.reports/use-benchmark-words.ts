import { useTranslations } from 'use-intl';
import {
  PUBLISHED_REVENUE_PER_EMAIL,
  type Benchmark,
  type ReportBenchmarks,
} from '#core/lift/published-benchmarks';
import type { TouchNumber } from '#core/sequence/touch';
import { useFormats } from '#ui/use-formats';

type ShareBase = 'delivered_base' | 'clicked_base' | 'first_purchases_base';

/** The benchmarks that the shares of one touch stand beside. */
export function benchmarksOfTouch({ shares }: ReportBenchmarks, touchNumber: TouchNumber) {
  const touch = (['One', 'Two', 'Three'] as const)[touchNumber - 1] ?? 'One';
  return {
    opened: shares[`opened${touch}`],
    clicked: shares[`clicked${touch}`],
    bought: shares.upsellConversion,
    boughtOfClicked: shares[`bought${touch}`],
  };
}

/** Benchmarks in words: the range with what it is a share of, alone or with whose it is. */
export function useBenchmarkWords() {
  const t = useTranslations('reports.touches');
  const { percent, money } = useFormats();
  const share = (end: number) => percent(end, Math.round(end * 1000) % 10 === 0 ? 0 : 1);
  const shareRange = ({ range }: Benchmark, of: ShareBase) =>
    t('range', { low: share(range.low), high: share(range.high), base: t(of) });
  const moneyRange = ({ range }: Benchmark) =>
    t('moneyRange', { low: money(range.low), high: money(range.high) });
  const owned = ({ isPublished }: Benchmark, range: string) =>
    t('whose', { whose: isPublished ? 'published' : 'own', range });
  return {
    shareRange,
    moneyRange,
    share: (benchmark: Benchmark, of: ShareBase) => owned(benchmark, shareRange(benchmark, of)),
    money: (benchmark: Benchmark | null) => {
      if (benchmark) return owned(benchmark, moneyRange(benchmark));
      const { currency, lowMinor, highMinor } = PUBLISHED_REVENUE_PER_EMAIL;
      return t('otherCurrency', { low: money(lowMinor, currency), high: money(highMinor, currency) });
    },
  };
}
