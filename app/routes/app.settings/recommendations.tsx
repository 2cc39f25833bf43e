import { BlockStack, Checkbox, InlineGrid, Select, Text, TextField } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { SETTING_RANGES } from '#core/settings/settings';
import { AnnotatedSection } from '#ui/annotated-section';
import { useFormats } from '#ui/use-formats';
import { ProductTypes } from './product-types';
import type { SectionProperties, SettingsScreenProperties } from './section-properties';
import { SignalWeights } from './signal-weights';

const BASES = ['anchor_line', 'anchor_unit', 'order_subtotal'] as const;
const PERCENTS = [
  'price.touchOneFromPercent',
  'price.touchOneToPercent',
  'price.touchOnePreferredPercent',
  'price.touchTwoToPercent',
  'price.marginFloorPercent',
] as const;

const CHOICES = ['backorders', 'unknownCost', 'unrated', 'sameCategory'] as const;

export function Recommendations({
  form,
  name,
  categories,
  limitsApproval,
}: SectionProperties & Pick<SettingsScreenProperties, 'categories' | 'limitsApproval'>) {
  const t = useTranslations('settings.recommendations');
  const { dateTime } = useFormats();
  return (
    <AnnotatedSection title={t('title')} text={t('text')}>
      <BlockStack gap="400">
        <Select
          id="price.base"
          label={t('base')}
          options={BASES.map((value) => ({ value, label: t(`bases.${value}`) }))}
          value={form.value<string>('price.base')}
          error={form.faults['price.base']}
          onChange={(value) => form.set('price.base', value)}
        />
        <InlineGrid columns={{ xs: 1, sm: 2 }} gap="400">
          {PERCENTS.map((path) => (
            <TextField
              key={path}
              {...form.numberField(path)}
              label={name(path)}
              suffix={t('percent')}
              min={SETTING_RANGES[path][0]}
              max={SETTING_RANGES[path][1]}
              helpText={path === 'price.marginFloorPercent' ? t('marginHelp') : undefined}
            />
          ))}
        </InlineGrid>
        <Text as="p" tone="subdued">
          {limitsApproval
            ? t('approved', { who: limitsApproval.by, when: dateTime(limitsApproval.at) })
            : t('notApproved')}
        </Text>
        <SignalWeights form={form} name={name} />
        <Offers form={form} name={name} />
        <ProductTypes form={form} categories={categories} />
      </BlockStack>
    </AnnotatedSection>
  );
}

function Offers({ form, name }: SectionProperties) {
  const t = useTranslations('offers');
  const [fewest, most] = SETTING_RANGES['offers.keepInStock'];
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {t('title')}
      </Text>
      <TextField
        {...form.numberField('offers.keepInStock')}
        label={name('offers.keepInStock')}
        helpText={t('keepInStock')}
        min={fewest}
        max={most}
      />
      {CHOICES.map((choice) => (
        <Checkbox
          key={choice}
          id={`offers.${choice}`}
          label={name(`offers.${choice}`)}
          helpText={t(choice)}
          checked={form.value<boolean>(`offers.${choice}`)}
          onChange={(isOn) => form.set(`offers.${choice}`, isOn)}
        />
      ))}
    </BlockStack>
  );
}
