import { useTranslations } from 'use-intl';
import { useFormats } from '#ui/use-formats';
import type { View } from './view';

/** What the counts of a pairing say, in words. */
export function useSentence() {
  const t = useTranslations('pairings.detail');
  const { number, percent } = useFormats();
  return ({ counts, table, boughtTitle, recommendedTitle }: View): string =>
    counts
      ? t(`sentence.${table}`, {
          support: number(counts.support),
          buyers: number(counts.buyers),
          bought: boughtTitle,
          recommended: recommendedTitle,
          rate: percent(counts.rate, counts.digits),
          low: percent(counts.low),
          high: percent(counts.high),
        })
      : t('uncounted');
}
