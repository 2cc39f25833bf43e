import { Badge, BlockStack, Card, Checkbox, InlineStack, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { SettingsForm } from '#ui/use-settings-form';
import { MoneyField } from './money-field';

/** Which orders begin a sequence, and which never do. */
export function WhoEnters({
  form,
  currency,
  excludedProducts,
}: {
  readonly form: SettingsForm;
  readonly currency: string;
  readonly excludedProducts: number;
}) {
  const t = useTranslations('sequences.entry');
  const never = [
    t('excluded.giftCards'),
    t('excluded.digital'),
    t('excluded.wholesale'),
    t('excluded.consent'),
  ];
  if (excludedProducts > 0) never.push(t('excluded.products', { count: excludedProducts }));
  const checkbox = (path: string, label: string) => (
    <Checkbox
      id={path}
      label={label}
      checked={form.value<boolean>(path)}
      onChange={(isChecked) => form.set(path, isChecked)}
      error={form.faults[path]}
    />
  );
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('title')}
        </Text>
        <MoneyField
          form={form}
          path="trigger.minimumSubtotalMinor"
          label={t('minimum')}
          helpText={t('minimumHelp')}
          currency={currency}
        />
        <InlineStack gap="400">
          {checkbox('trigger.includeDraftOrders', t('drafts'))}
          {checkbox('trigger.includePointOfSale', t('pointOfSale'))}
        </InlineStack>
        <InlineStack gap="200">
          {never.map((words) => (
            <Badge key={words}>{words}</Badge>
          ))}
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
