import { BlockStack, InlineGrid } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { PUBLISHED_REVENUE_PER_EMAIL, type MoneyRange } from '#core/lift/published-benchmarks';
import { AmountField } from '#ui/amount-field';
import { useFormats } from '#ui/use-formats';
import type { SectionProperties } from './section-properties';
import { WhoseBenchmark } from './whose-benchmark';

const PATH = 'benchmarks.revenuePerEmail';
const ENDS = [
  { end: 'lowMinor', label: 'from' },
  { end: 'highMinor', label: 'to' },
] as const;

/** Revenue per e-mail in the shop's currency; the published one holds in its own currency alone. */
export function RevenueBenchmark({ form, name: nameOf }: SectionProperties) {
  const t = useTranslations('benchmarks');
  const { currency, money } = useFormats();
  const published = PUBLISHED_REVENUE_PER_EMAIL;
  const own = form.value<MoneyRange | null>(PATH);
  const shown: { readonly lowMinor: unknown; readonly highMinor: unknown } =
    own ?? (currency === published.currency ? published : { lowMinor: '', highMinor: '' });
  const name = nameOf(PATH);
  const words = {
    low: money(published.lowMinor, published.currency),
    high: money(published.highMinor, published.currency),
  };
  const whose =
    own !== null
      ? t('isOwn', words)
      : currency === published.currency
        ? t('isPublished')
        : t('otherCurrency', words);
  const { lowMinor, highMinor } = shown;
  return (
    <BlockStack gap="100">
      <InlineGrid columns={2} gap="300">
        {ENDS.map(({ end, label }) => (
          <AmountField
            key={end}
            id={`${PATH}.${end}`}
            label={t(label, { name })}
            currency={currency}
            minor={shown[end]}
            error={form.faults[`${PATH}.${end}`]}
            onChange={(minor) => form.set(PATH, { lowMinor, highMinor, [end]: minor }, `${PATH}.${end}`)}
          />
        ))}
      </InlineGrid>
      <WhoseBenchmark
        name={name}
        of={t('of.revenuePerEmail')}
        whose={whose}
        onPutBack={own === null ? null : () => form.set(PATH, null)}
      />
    </BlockStack>
  );
}
