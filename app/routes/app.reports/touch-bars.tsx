import { useTranslations } from 'use-intl';
import type { ReportBenchmarks } from '#core/lift/published-benchmarks';
import type { TouchView } from '#flows/load-report';
import { BenchBar } from '#ui/bench-bar';
import { useFormats } from '#ui/use-formats';
import { benchmarksOfTouch, useBenchmarkWords } from './use-benchmark-words';

/** The shares that have a benchmark of the same denominator; of delivered only where deliveries are reported. */
export function TouchBars({
  touch,
  benchmarks,
}: {
  readonly touch: TouchView;
  readonly benchmarks: ReportBenchmarks;
}) {
  const t = useTranslations('reports.touches');
  const { percent } = useFormats();
  const words = useBenchmarkWords();
  const beside = benchmarksOfTouch(benchmarks, touch.touchNumber);
  const isReported = touch.base === 'delivered';
  const bars = [
    { step: 'opened', share: touch.opened, of: 'delivered_base', isComparable: isReported },
    { step: 'clicked', share: touch.clicked, of: 'delivered_base', isComparable: isReported },
    { step: 'bought', share: touch.bought, of: 'delivered_base', isComparable: isReported },
    { step: 'boughtOfClicked', share: touch.boughtOfClicked, of: 'clicked_base', isComparable: true },
  ] as const;
  return bars.map(
    ({ step, share, of, isComparable }) =>
      share &&
      isComparable && (
        <BenchBar
          key={step}
          label={t(step)}
          value={share.rate}
          interval={share.interval}
          benchmark={beside[step]}
          text={percent(share.rate)}
          benchmarkText={words.shareRange(beside[step], of)}
        />
      ),
  );
}
