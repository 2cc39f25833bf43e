import { BlockStack, Button, InlineGrid, InlineStack, Select, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Settings } from '#core/settings/settings';
import type { SettingsForm } from '#ui/use-settings-form';

type Types = Settings['productTypes'];

const TYPES = ['consumable', 'durable', 'one_time'] as const;

/** Categories whose type the merchant says; kept as one setting. */
export function ProductTypes({
  form,
  categories,
}: {
  readonly form: SettingsForm;
  readonly categories: ReadonlyArray<string>;
}) {
  const t = useTranslations('offers.types');
  const typeWords = useTranslations('settings.recommendations.types');
  const [category, setCategory] = useState('');
  const types = form.value<Types>('productTypes');
  const names = Object.keys(types).sort();
  const options = TYPES.map((value) => ({ value, label: typeWords(value) }));
  const set = (changed: Types) => form.set('productTypes', changed);
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {t('title')}
      </Text>
      <Text as="p" tone="subdued">
        {t('text')}
      </Text>
      {names.length === 0 && <Text as="p">{t('none')}</Text>}
      {names.map((name) => (
        <InlineStack key={name} gap="200" blockAlign="end" align="space-between">
          <div style={{ flex: '1 1 12rem' }}>
            <Select
              label={name}
              options={options}
              value={types[name] ?? 'durable'}
              onChange={(value) =>
                set({ ...types, [name]: TYPES.find((each) => each === value) ?? 'durable' })
              }
            />
          </div>
          <Button
            accessibilityLabel={t('removeLabel', { name })}
            onClick={() => set(Object.fromEntries(Object.entries(types).filter(([key]) => key !== name)))}
          >
            {t('remove')}
          </Button>
        </InlineStack>
      ))}
      <InlineGrid columns="1fr auto" gap="200" alignItems="end">
        <Select
          id="productTypes"
          label={t('category')}
          placeholder={t('choose')}
          options={categories
            .filter((each) => !(each in types))
            .map((each) => ({ value: each, label: each }))}
          value={category}
          error={form.faults['productTypes']}
          onChange={setCategory}
        />
        <Button
          disabled={category === ''}
          onClick={() => {
            set({ ...types, [category]: 'consumable' });
            setCategory('');
          }}
        >
          {t('add')}
        </Button>
      </InlineGrid>
    </BlockStack>
  );
}
