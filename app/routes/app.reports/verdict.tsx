import { Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { LiftView } from '#flows/describe-lift';
import { useFormats } from '#ui/use-formats';
import { useSigned } from '#ui/use-signed';

/** The verdict on revenue per customer in one sentence. */
export function VerdictSentence({ lift }: { readonly lift: LiftView }) {
  return (
    <Text as="p" variant="bodyLg">
      {useSentence(lift)}
    </Text>
  );
}

function useSentence({ verdict, drawn, holdoutShare, horizonDays: days }: LiftView): string {
  const t = useTranslations('reports.lift');
  const { number, percent } = useFormats();
  const signed = useSigned();
  switch (verdict.kind) {
    case 'sample_ratio_mismatch':
      return t('check_split', {
        emailed: number(drawn.treatment),
        heldOut: number(drawn.holdout),
        share: percent(holdoutShare, 0),
      });
    case 'too_early': {
      if (verdict.reason === 'no_comparison') return t('no_comparison', { days });
      const { have, need } = verdict;
      return t(verdict.reason, { have, need, left: need - have, days });
    }
    case 'no_effect_visible': {
      if (verdict.reason === 'an_arm_is_zero') return t('armIsZero');
      if (verdict.reason !== 'interval_holds_zero') return t('notConclusiveNoInterval');
      const { low, high } = verdict.interval;
      return t('not_conclusive', { low: signed.percent(low), high: signed.percent(high) });
    }
    case 'lift':
      return t('likely_real', { atLeast: percent(verdict.atLeast) });
    case 'harm':
      return t(verdict.reason === 'treatment_bought_nothing' ? 'nothingBought' : 'likely_negative', {
        atLeast: percent(verdict.atLeast),
      });
  }
}
