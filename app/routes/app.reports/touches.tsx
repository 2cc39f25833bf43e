import { BlockStack, Card, Link, Tabs, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Report, Share, TouchView } from '#flows/load-report';
import type { Answer } from '#flows/ports/activity-store';
import { SimpleTable } from '#ui/simple-table';
import { useFormats } from '#ui/use-formats';
import { activityAddress } from './activity-address';
import { TouchBars } from './touch-bars';
import { benchmarksOfTouch, useBenchmarkWords } from './use-benchmark-words';
import { useRevenueWords } from './use-revenue-words';

/** What became of each touch, every share with its interval and what it is a share of. */
export function TouchesCard({ report }: { readonly report: Report }) {
  const t = useTranslations('reports.touches');
  const [chosen, choose] = useState(0);
  const { touches, base } = report;
  const touch = touches[chosen];
  const isPublished = Object.values(report.benchmarks.shares).every((share) => share.isPublished);
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t('title')}
        </Text>
        <Tabs
          tabs={touches.map(({ touchNumber }) => ({
            id: `touch-${touchNumber}`,
            content: t('touch', { touch: touchNumber }),
          }))}
          selected={chosen}
          onSelect={choose}
        >
          {touch && (
            <BlockStack gap="400">
              <Touch report={report} touch={touch} />
            </BlockStack>
          )}
        </Tabs>
        {base === 'sent' && (
          <Text as="p" tone="subdued">
            {t('noReports')}
          </Text>
        )}
        {isPublished && (
          <Text as="p" tone="subdued">
            {t('clash')}
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}

function Touch({ report, touch }: { readonly report: Report; readonly touch: TouchView }) {
  const t = useTranslations('reports.touches');
  const { number, percent } = useFormats();
  const words = useBenchmarkWords();
  const revenue = useRevenueWords();
  const benchmarks = benchmarksOfTouch(report.benchmarks, touch.touchNumber);
  const isReported = touch.base === 'delivered';
  const rows = (count: number, answer: Answer | null, shown: string) => {
    const url = activityAddress(report, touch.touchNumber, answer);
    return url === null || count === 0 ? (
      shown
    ) : (
      <Link url={url} accessibilityLabel={t('show', { count, step: answer ?? 'sent' })}>
        {shown}
      </Link>
    );
  };
  const result = (share: Share, of: 'sent' | 'delivered' | 'clicked', answer: Answer, isKnown = true) =>
    share ? (
      <>
        {rows(share.count, answer, number(share.count))}:{' '}
        {t(`of_${of}`, {
          rate: percent(share.rate),
          low: percent(share.interval.low),
          high: percent(share.interval.high),
        })}
      </>
    ) : (
      t(isKnown ? 'notEnough' : 'unknown')
    );
  if (touch.sent === 0) return <Text as="p">{t('nothingSent')}</Text>;
  return (
    <>
      <Text as="p">{rows(touch.sent, null, t('sent', { count: touch.sent }))}</Text>
      <TouchBars touch={touch} benchmarks={report.benchmarks} />
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
            cells: [t('delivered'), result(touch.delivered, 'sent', 'delivered', isReported), ''],
          },
          {
            key: 'opened',
            cells: [
              t('opened'),
              result(touch.opened, touch.base, 'opened', isReported),
              words.share(benchmarks.opened, 'delivered_base'),
            ],
          },
          {
            key: 'clicked',
            cells: [
              t('clicked'),
              result(touch.clicked, touch.base, 'clicked'),
              words.share(benchmarks.clicked, 'delivered_base'),
            ],
          },
          {
            key: 'bought',
            cells: [
              t('bought'),
              result(touch.bought, touch.base, 'bought'),
              words.share(benchmarks.bought, 'delivered_base'),
            ],
          },
          {
            key: 'boughtOfClicked',
            cells: [
              t('boughtOfClicked'),
              result(touch.boughtOfClicked, 'clicked', 'bought'),
              words.share(benchmarks.boughtOfClicked, 'clicked_base'),
            ],
          },
          {
            key: 'revenuePerEmail',
            cells: [
              t('revenuePerEmail'),
              revenue(touch.revenuePerEmail),
              words.money(report.benchmarks.revenuePerEmail),
            ],
          },
        ]}
      />
      {touch.machineOnly && (
        <Text as="p" tone="subdued">
          {t('machine', { rate: percent(touch.machineOnly.rate) })}
        </Text>
      )}
    </>
  );
}
