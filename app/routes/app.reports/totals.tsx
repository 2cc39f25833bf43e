import { BlockStack, Card, Link, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { Benchmark } from '#core/lift/published-benchmarks';
import type { Report, Share } from '#flows/load-report';
import { BenchBar } from '#ui/bench-bar';
import { useFormats } from '#ui/use-formats';
import { useBenchmarkWords } from './use-benchmark-words';
import { useRevenueWords } from './use-revenue-words';

/** What all touches came to, and what touch 3 made of first purchases, each of its own denominator. */
export function TotalsCard({ report: { totals, benchmarks, base } }: { readonly report: Report }) {
  const t = useTranslations('reports.totals');
  const { subscribed, firstPurchases, firstPurchasesNotKept } = totals;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t('title')}
        </Text>
        <ShareFigure
          label={t('bought')}
          share={totals.bought}
          benchmark={base === 'delivered' ? benchmarks.shares.upsellConversion : null}
          of="delivered_base"
          text={t('boughtText', { base })}
        />
        <RevenueFigure revenue={totals.revenuePerEmail} benchmark={benchmarks.revenuePerEmail} />
        <ShareFigure
          label={t('subscribed')}
          share={subscribed}
          benchmark={benchmarks.shares.subscriptionConversion}
          of="first_purchases_base"
          text={
            firstPurchases === 0
              ? t('noFirstPurchase')
              : t('subscribedText', { count: subscribed?.count ?? 0, of: firstPurchases })
          }
        />
        {firstPurchasesNotKept > 0 && (
          <Text as="p" tone="subdued">
            {t('notKept', { count: firstPurchasesNotKept })}
          </Text>
        )}
        <Text as="p" tone="subdued">
          {t('source')} <Link url="/app/settings">{t('edit')}</Link>
        </Text>
      </BlockStack>
    </Card>
  );
}

function ShareFigure({
  label,
  share,
  benchmark,
  of,
  text,
}: {
  readonly label: string;
  readonly share: Share;
  readonly benchmark: Benchmark | null; // null: its denominator is not known here
  readonly of: 'delivered_base' | 'first_purchases_base';
  readonly text: string;
}) {
  const t = useTranslations('reports.totals');
  const { percent } = useFormats();
  const words = useBenchmarkWords();
  const result =
    share &&
    t('result', {
      rate: percent(share.rate),
      low: percent(share.interval.low),
      high: percent(share.interval.high),
    });
  return (
    <BlockStack gap="100">
      {share && result && benchmark ? (
        <BenchBar
          label={label}
          value={share.rate}
          interval={share.interval}
          benchmark={benchmark}
          text={result}
          benchmarkText={words.shareRange(benchmark, of)}
        />
      ) : (
        <Text as="p">{t('plain', { label, result: result ?? t('unknown') })}</Text>
      )}
      <Text as="p" tone="subdued">
        {text}
      </Text>
    </BlockStack>
  );
}

function RevenueFigure({
  revenue,
  benchmark,
}: {
  readonly revenue: Report['totals']['revenuePerEmail'];
  readonly benchmark: Benchmark | null;
}) {
  const t = useTranslations('reports.touches');
  const totals = useTranslations('reports.totals');
  const words = useBenchmarkWords();
  const inWords = useRevenueWords();
  const label = t('revenuePerEmail');
  const result = inWords(revenue);
  if (revenue?.interval && benchmark) {
    return (
      <BenchBar
        label={label}
        value={revenue.meanMinor}
        interval={revenue.interval}
        benchmark={benchmark}
        text={result}
        benchmarkText={words.moneyRange(benchmark)}
      />
    );
  }
  return (
    <BlockStack gap="100">
      <Text as="p">{totals('plain', { label, result })}</Text>
      <Text as="p" tone="subdued">
        {words.money(benchmark)}
      </Text>
    </BlockStack>
  );
}
