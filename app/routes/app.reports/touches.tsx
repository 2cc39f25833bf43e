import { BlockStack, Card, Divider, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { TOUCH_BENCHMARKS, UPSELL_CONVERSION, type Range } from '#core/lift/published-benchmarks';
import type { Report, Share, TouchView } from '#flows/load-report';
import { BenchBar } from '#ui/bench-bar';
import { SimpleTable } from '#ui/simple-table';
import { useFormats } from '#ui/use-formats';

/** What became of each touch, every share with its interval and what it is a share of. */
export function TouchesCard({ report: { touches, base } }: { readonly report: Report }) {
  const t = useTranslations('reports.touches');
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t('title')}
        </Text>
        {touches.map((touch) => (
          <BlockStack gap="200" key={touch.touchNumber}>
            {touch.touchNumber > 1 && <Divider />}
            <Touch touch={touch} />
          </BlockStack>
        ))}
        {base === 'sent' && (
          <Text as="p" tone="subdued">
            {t('noReports')}
          </Text>
        )}
        <Text as="p" tone="subdued">
          {t('clash')}
        </Text>
      </BlockStack>
    </Card>
  );
}

type RangeWords = (range: Range, of: 'delivered_base' | 'clicked_base') => string;

function Touch({ touch }: { readonly touch: TouchView }) {
  const t = useTranslations('reports.touches');
  const { percent } = useFormats();
  const benchmark = TOUCH_BENCHMARKS[touch.touchNumber];
  const range: RangeWords = ({ low, high }, of) =>
    t('range', { low: percent(low, 0), high: percent(high, 0), base: t(of) });
  const result = (share: Share, of: 'sent' | 'delivered' | 'clicked', isKnown: boolean) =>
    share
      ? t(`of_${of}`, {
          count: share.count,
          rate: percent(share.rate),
          low: percent(share.interval.low),
          high: percent(share.interval.high),
        })
      : t(isKnown ? 'notEnough' : 'unknown');
  const isReported = touch.base === 'delivered';
  return (
    <>
      <Text as="h3" variant="headingSm">
        {t('touch', { touch: touch.touchNumber })}
      </Text>
      <Text as="p">{t('sent', { count: touch.sent })}</Text>
      {isReported && <TouchBars touch={touch} range={range} />}
      {touch.sent > 0 && (
        <SimpleTable
          caption={t('caption', { touch: touch.touchNumber })}
          columns={[
            { title: t('step') },
            { title: t('result'), isNumber: true },
            { title: t('benchmark'), isNumber: true },
          ]}
          rows={[
            {
              key: 'delivered',
              cells: [t('delivered'), result(touch.delivered, 'sent', isReported), ''],
            },
            {
              key: 'opened',
              cells: [
                t('opened'),
                result(touch.opened, touch.base, isReported),
                range(benchmark.opened, 'delivered_base'),
              ],
            },
            {
              key: 'clicked',
              cells: [
                t('clicked'),
                result(touch.clicked, touch.base, true),
                range(benchmark.clicked, 'delivered_base'),
              ],
            },
            {
              key: 'bought',
              cells: [
                t('bought'),
                result(touch.bought, touch.base, true),
                range(UPSELL_CONVERSION, 'delivered_base'),
              ],
            },
            {
              key: 'boughtOfClicked',
              cells: [
                t('boughtOfClicked'),
                result(touch.boughtOfClicked, 'clicked', true),
                range(benchmark.boughtOfClicked, 'clicked_base'),
              ],
            },
          ]}
        />
      )}
      {touch.machineOnly && (
        <Text as="p" tone="subdued">
          {t('machine', { rate: percent(touch.machineOnly.rate) })}
        </Text>
      )}
    </>
  );
}

/** The three shares that have a benchmark of the same denominator; only where deliveries are reported. */
function TouchBars({ touch, range }: { readonly touch: TouchView; readonly range: RangeWords }) {
  const t = useTranslations('reports.touches');
  const { percent } = useFormats();
  const benchmark = TOUCH_BENCHMARKS[touch.touchNumber];
  const bars = [
    { step: 'opened', share: touch.opened, benchmark: benchmark.opened },
    { step: 'clicked', share: touch.clicked, benchmark: benchmark.clicked },
    { step: 'bought', share: touch.bought, benchmark: UPSELL_CONVERSION },
  ] as const;
  return bars.map(
    ({ step, share, benchmark: published }) =>
      share && (
        <BenchBar
          key={step}
          label={t(step)}
          rate={share.rate}
          interval={share.interval}
          benchmark={published}
          text={percent(share.rate)}
          benchmarkText={range(published, 'delivered_base')}
        />
      ),
  );
}
