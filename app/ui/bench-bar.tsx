import { Badge, BlockStack, InlineStack, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { standingBeside, type Benchmark, type Range } from '#core/lift/published-benchmarks';

const HEIGHT = 12;
const BAR = 6;

/** One figure beside a benchmark: the bar is the figure, the thin line its interval, the shade the benchmark. */
export function BenchBar({
  label,
  value,
  interval,
  benchmark: { range, isPublished },
  text,
  benchmarkText,
}: {
  readonly label: string;
  readonly value: number; // all figures in one unit: fractions, or minor units
  readonly interval: Range;
  readonly benchmark: Benchmark;
  readonly text: string; // the figure as it is read
  readonly benchmarkText: string;
}) {
  const t = useTranslations('reports.bench');
  const standing = standingBeside(interval, range);
  const full = 1.2 * Math.max(interval.high, range.high);
  const x = (at: number) => `${((100 * Math.min(at, full)) / full).toFixed(2)}%`;
  const whose = isPublished ? 'published' : 'own';
  const span = ({ low, high }: Range) => ({ x: x(low), width: x(high - low) });
  return (
    <BlockStack gap="100">
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="span">{label}</Text>
        <InlineStack gap="200" blockAlign="center">
          <Text as="span" fontWeight="semibold" numeric>
            {text}
          </Text>
          {/* To be below a benchmark is no fault. */}
          {standing !== null && (
            <Badge {...(standing === 'below' ? {} : { tone: 'success' as const })}>{t(standing)}</Badge>
          )}
        </InlineStack>
      </InlineStack>
      <svg
        role="img"
        aria-label={t('label', { label, rate: text, whose, benchmark: benchmarkText })}
        width="100%"
        height={HEIGHT}
        style={{ display: 'block' }}
      >
        <rect width="100%" height={HEIGHT} rx={2} fill="var(--p-color-bg-surface-secondary)" />
        <rect {...span(range)} height={HEIGHT} fill="var(--p-color-bg-surface-info-active)" />
        <rect y={(HEIGHT - BAR) / 2} width={x(value)} height={BAR} rx={3} fill="var(--p-color-text)" />
        <rect {...span(interval)} y={HEIGHT / 2 - 1} height={2} fill="var(--p-color-border-emphasis)" />
      </svg>
      <Text as="span" tone="subdued" variant="bodySm">
        {t('beside', { whose, range: benchmarkText })}
      </Text>
    </BlockStack>
  );
}
