import { BlockStack, InlineGrid, TextField } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import {
  isPublishedShare,
  PUBLISHED_BENCHMARKS,
  type PercentRange,
  type ShareBenchmark,
} from '#core/lift/published-benchmarks';
import { useFormats } from '#ui/use-formats';
import type { SectionProperties } from './section-properties';
import { WhoseBenchmark } from './whose-benchmark';

const ENDS = [
  { end: 'lowPercent', label: 'from' },
  { end: 'highPercent', label: 'to' },
] as const;

/** Both ends of a benchmark that is a share; they are one setting. */
export function ShareBenchmarkFields({
  form,
  name: nameOf,
  benchmark,
}: SectionProperties & { readonly benchmark: ShareBenchmark }) {
  const t = useTranslations('benchmarks');
  const { percent } = useFormats();
  const path = `benchmarks.${benchmark}`;
  const name = nameOf(path);
  const range = form.value<PercentRange>(path);
  const published = PUBLISHED_BENCHMARKS[benchmark];
  const isPublished = isPublishedShare(benchmark, range);
  return (
    <BlockStack gap="100">
      <InlineGrid columns={2} gap="300">
        {ENDS.map(({ end, label }) => (
          <TextField
            key={end}
            id={`${path}.${end}`}
            type="number"
            autoComplete="off"
            label={t(label, { name })}
            suffix={t('percent')}
            min={0}
            max={100}
            value={String(range[end])}
            error={form.faults[`${path}.${end}`]}
            onChange={(text) =>
              form.set(path, { ...range, [end]: text.trim() === '' ? '' : Number(text) }, `${path}.${end}`)
            }
          />
        ))}
      </InlineGrid>
      <WhoseBenchmark
        name={name}
        of={t(`of.${kindOf(benchmark)}`)}
        whose={
          isPublished
            ? t('isPublished')
            : t('isOwn', {
                low: percent(published.lowPercent / 100, 0),
                high: percent(published.highPercent / 100, 0),
              })
        }
        onPutBack={isPublished ? null : () => form.set(path, published)}
      />
    </BlockStack>
  );
}

/** What a benchmark measures, whichever touch it is about. */
function kindOf(benchmark: ShareBenchmark) {
  switch (benchmark) {
    case 'orderValueLift':
    case 'upsellConversion':
    case 'subscriptionConversion':
      return benchmark;
    case 'openedOne':
    case 'openedTwo':
    case 'openedThree':
      return 'opened';
    case 'clickedOne':
    case 'clickedTwo':
    case 'clickedThree':
      return 'clicked';
    case 'boughtOne':
    case 'boughtTwo':
    case 'boughtThree':
      return 'bought';
  }
}
