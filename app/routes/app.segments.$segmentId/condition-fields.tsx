import { Button, Box, BlockStack, InlineGrid, InlineStack, Select, Text, TextField } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { borderOfTop } from '#core/segments/match-segments';
import { FACTS, type Fact } from '#core/segments/own-segment';
import { AmountField } from '#ui/amount-field';
import { useFormats } from '#ui/use-formats';
import { ProductField } from './product-field';
import type { SegmentPage } from './segment-page';
import type { DraftCondition } from './use-own-segment';

type Known = Pick<SegmentPage, 'currency' | 'categories' | 'borders' | 'titles'>;
type Field = {
  readonly id: string; // of the field of its value
  readonly condition: DraftCondition;
  readonly fault: string | undefined;
  readonly onChange: (changed: DraftCondition) => void;
};

const COMPARISONS = {
  order_count: { at_least: 'at_least', at_most: 'at_most' },
  total_spent: { at_least: 'at_least', at_most: 'at_most' },
  mean_order_value: { is: 'top', is_not: 'not_top' },
  tag: { is: 'is', is_not: 'is_not' },
  country: { is: 'is', is_not: 'is_not' },
  locale: { is: 'is', is_not: 'is_not' },
  product: { is: 'is', is_not: 'is_not' },
  category: { is: 'is', is_not: 'is_not' },
  discount: { is: 'used', is_not: 'not_used' },
} as const satisfies Readonly<Record<Fact, object>>;

/** One condition: what is asked, how it is compared, and with what. */
export function ConditionFields({
  number,
  onRemove,
  ...field
}: Known &
  Omit<Field, 'id'> & { readonly id: string; readonly number: number; readonly onRemove: () => void }) {
  const t = useTranslations('segments.page');
  const { id, condition, onChange } = field;
  const comparisons = Object.entries(COMPARISONS[condition.fact]);
  const choose = (fact: Fact) => {
    const is = Object.keys(COMPARISONS[fact])[0] ?? 'is';
    onChange(fact === 'discount' ? { fact, is } : { fact, is, value: '' });
  };
  return (
    <Box
      as="section"
      padding="300"
      borderWidth="025"
      borderColor="border"
      borderRadius="200"
      role="group"
      aria-labelledby={`${id} title`}
    >
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h3" variant="headingSm" id={`${id} title`}>
            {t('condition', { number })}
          </Text>
          <Button
            variant="plain"
            tone="critical"
            onClick={onRemove}
            accessibilityLabel={t('removeCondition', { number })}
          >
            {t('remove')}
          </Button>
        </InlineStack>
        <InlineGrid columns={{ xs: 1, md: 3 }} gap="300" alignItems="start">
          <Select
            label={t('fact')}
            options={FACTS.map((value) => ({ value, label: t(`facts.${value}`) }))}
            value={condition.fact}
            onChange={(chosen) => choose(FACTS.find((fact) => fact === chosen) ?? 'order_count')}
          />
          <Select
            label={t('comparison')}
            options={comparisons.map(([value, words]) => ({ value, label: t(`comparisons.${words}`) }))}
            value={condition.is}
            onChange={(is) => onChange({ ...condition, is })}
          />
          <ValueField {...field} id={`${id}.value`} />
        </InlineGrid>
      </BlockStack>
    </Box>
  );
}

function ValueField({ id, condition, fault, onChange, ...known }: Known & Field) {
  const t = useTranslations('segments.page');
  const { money } = useFormats();
  const { fact, value } = condition;
  if (fact === 'discount') return null;
  const set = (next: number | string) => onChange({ ...condition, value: next });
  const shared = { id, label: t(`values.${fact}`), error: fault, helpText: t(`help.${fact}`) };
  switch (fact) {
    case 'total_spent':
      return <AmountField {...shared} currency={known.currency} minor={value} onChange={set} />;
    case 'order_count':
    case 'mean_order_value': {
      const border =
        fact === 'mean_order_value' && typeof value === 'number' ? borderOfTop(known.borders, value) : null;
      return (
        <TextField
          {...shared}
          helpText={border === null ? shared.helpText : t('help.border', { amount: money(border) })}
          type="number"
          autoComplete="off"
          suffix={fact === 'mean_order_value' ? '%' : undefined}
          value={String(value ?? '')}
          onChange={(text) => set(text.trim() === '' ? '' : Number(text))}
        />
      );
    }
    case 'category':
      return (
        <Select
          {...shared}
          placeholder={t('choose')}
          options={known.categories.map((category) => ({ value: category, label: category }))}
          value={String(value ?? '')}
          onChange={set}
        />
      );
    case 'product':
      return <ProductField {...shared} value={String(value ?? '')} titles={known.titles} onChange={set} />;
    default:
      return <TextField {...shared} autoComplete="off" value={String(value ?? '')} onChange={set} />;
  }
}
