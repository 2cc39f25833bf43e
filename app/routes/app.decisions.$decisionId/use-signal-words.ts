import { useTranslations } from 'use-intl';
import type { Candidate, CandidateTrace } from '#core/decide/trace';
import { weightShares, type Signals } from '#core/recommend/score-signals';
import { useFormats } from '#ui/use-formats';

/** What candidates were ranked by, in words: the score of each with its parts, and once how much of it each part can make up. */
export function useSignalWords() {
  const t = useTranslations('activity.decision');
  const formats = useFormats();
  const percents = ({ coOccurrence, browse, category, rating }: Signals) => ({
    coOccurrence: formats.percent(coOccurrence, 0),
    browse: formats.percent(browse, 0),
    category: formats.percent(category, 0),
    rating: formats.percent(rating, 0),
  });
  return {
    ofCandidate: ({ score, signals }: Pick<Candidate, 'score' | 'signals'>): string =>
      signals === null
        ? t('score', { score: score.toFixed(3) })
        : t('signals', {
            score: score.toFixed(3),
            ...percents(signals),
          }),
    ofWeights: (weights: NonNullable<CandidateTrace['weights']>): string =>
      t('weights', percents(weightShares(weights))),
  };
}
