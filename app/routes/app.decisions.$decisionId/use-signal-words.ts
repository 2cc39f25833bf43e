import { useTranslations } from 'use-intl';
import type { Candidate, CandidateTrace } from '#core/decide/trace';
import { useFormats } from '#ui/use-formats';

const SIGNALS = [
  { signal: 'coOccurrence', weight: 'coOccurrencePercent' },
  { signal: 'browse', weight: 'browsePercent' },
  { signal: 'category', weight: 'categoryPercent' },
  { signal: 'rating', weight: 'ratingPercent' },
] as const;

/** What a candidate was ranked by, in words: its score and, where signals were weighed, each of them with its weight. */
export function useSignalWords() {
  const t = useTranslations('activity.decision');
  const formats = useFormats();
  return (
    { score, signals }: Pick<Candidate, 'score' | 'signals'>,
    weights: CandidateTrace['weights'],
  ): ReadonlyArray<string> => {
    const shown = score.toFixed(3);
    if (signals === null || weights === null) return [t('score', { score: shown })];
    return [
      t('weighedScore', { score: shown }),
      ...SIGNALS.map(({ signal, weight }) =>
        t(`signal.${signal}`, {
          value: formats.percent(signals[signal], 0),
          weight: formats.percent(weights[weight] / 100, 0),
        }),
      ),
    ];
  };
}
