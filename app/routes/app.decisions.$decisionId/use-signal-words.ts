import { useTranslations } from 'use-intl';
import type { Candidate, CandidateTrace } from '#core/decide/trace';
import { useFormats } from '#ui/use-formats';

/** What candidates were ranked by, in words: the score of each with its parts, and once how much the parts weigh. */
export function useSignalWords() {
  const t = useTranslations('activity.decision');
  const formats = useFormats();
  const percent = (share: number) => formats.percent(share, 0);
  return {
    ofCandidate: ({ score, signals }: Pick<Candidate, 'score' | 'signals'>): string =>
      signals === null
        ? t('score', { score: score.toFixed(3) })
        : t('signals', {
            score: score.toFixed(3),
            coOccurrence: percent(signals.coOccurrence),
            browse: percent(signals.browse),
            category: percent(signals.category),
            rating: percent(signals.rating),
          }),
    ofWeights: (weights: NonNullable<CandidateTrace['weights']>): string =>
      t('weights', {
        coOccurrence: percent(weights.coOccurrencePercent / 100),
        browse: percent(weights.browsePercent / 100),
        category: percent(weights.categoryPercent / 100),
        rating: percent(weights.ratingPercent / 100),
      }),
  };
}
