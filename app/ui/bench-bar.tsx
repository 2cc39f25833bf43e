import { Badge, BlockStack, InlineStack, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { standingBeside, type Range } from '#core/lift/published-benchmarks';

const HEIGHT = 12;
const BAR = 6;

/** One share beside the published benchmark: the bar is the share, the thin line its interval, the shade the benchmark. */
export function BenchBar({
  label,
  rate,
  interval,
  benchmark,
  text,
  benchmarkText,
}: {
  readonly label: string;
  readonly rate: number; // fractions, all of them
  readonly interval: Range;
  readonly benchmark: Range;
  readonly text: string; // the share as it is read
  readonly benchmarkText: string;
}) {
  const t = useTranslations('reports.bench');
  const standing = standingBeside(interval, benchmark);
  const full = Math.min(1, 1.2 * Math.max(interval.high, benchmark.high));
  const x = (share: number) => `${((100 * Math.min(share, full)) / full).toFixed(2)}%`;
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
        aria-label={t('label', { label, rate: text, benchmark: benchmarkText })}
        width="100%"
        height={HEIGHT}
        style={{ display: 'block' }}
      >
        <rect width="100%" height={HEIGHT} rx={2} fill="var(--p-color-bg-surface-secondary)" />
        <rect {...span(benchmark)} height={HEIGHT} fill="var(--p-color-bg-surface-info-active)" />
        <rect y={(HEIGHT - BAR) / 2} width={x(rate)} height={BAR} rx={3} fill="var(--p-color-text)" />
        <rect {...span(interval)} y={HEIGHT / 2 - 1} height={2} fill="var(--p-color-border-emphasis)" />
      </svg>
      <Text as="span" tone="subdued" variant="bodySm">
        {t('published', { range: benchmarkText })}
      </Text>
    </BlockStack>
  );
}
