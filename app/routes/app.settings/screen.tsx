import { BlockStack, Page } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { SettingsBanner, SettingsSaveBar, useSettingsForm } from '#ui/use-settings-form';
import { Brand, Consent } from './brand-and-consent';
import { Measurement, SendHours } from './measurement-and-hours';
import { Recommendations } from './recommendations';
import type { SettingsScreenProperties } from './section-properties';
import { SendingSummary } from './sending-summary';

export function SettingsScreen({ version, settings, categories, shop, sending }: SettingsScreenProperties) {
  const t = useTranslations('settings');
  const name = (path: string) => t(`names.${path}`);
  const values = valuesOf(settings);
  const form = useSettingsForm({ version, values });
  const labels = Object.fromEntries(Object.keys(values).map((path) => [path, name(path)]));
  const section = { form, name };
  return (
    <Page title={t('title')} secondaryActions={[{ content: t('history'), url: '/app/settings/history' }]}>
      <SettingsSaveBar form={form} />
      <BlockStack gap="600">
        <SettingsBanner form={form} labels={labels} />
        <SendingSummary sending={sending} />
        <Measurement {...section} />
        <Recommendations {...section} categories={categories} />
        <SendHours {...section} zone={shop.zone} />
        <Brand {...section} shop={shop} />
        <Consent {...section} />
      </BlockStack>
    </Page>
  );
}

function valuesOf({
  holdoutPercent,
  productTypes,
  price,
  sendHours,
  brand,
  consent,
}: SettingsScreenProperties['settings']) {
  const grouped = { price, sendHours, brand, consent };
  return {
    holdoutPercent,
    productTypes,
    ...Object.fromEntries(
      Object.entries(grouped).flatMap(([group, inner]) =>
        Object.entries(inner).map(([key, value]) => [`${group}.${key}`, value]),
      ),
    ),
  };
}
