import { BlockStack, Page } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { Settings } from '#core/settings/settings';
import type { SuppressionReview } from '#flows/review-suppression';
import { SettingsBanner, SettingsSaveBar, useSettingsForm } from '#ui/use-settings-form';
import { AlwaysOn } from './always-on';
import { Frequency } from './frequency';
import { People } from './people';
import { Relevance } from './relevance';

type Properties = Omit<SuppressionReview, 'newest'> & {
  readonly version: number;
  readonly settings: Pick<Settings, 'suppression' | 'onNewPurchase'>;
};

export function SuppressionScreen({ version, settings, stopped, loads, purchases, ...people }: Properties) {
  const t = useTranslations('suppression');
  const { onNewPurchase, suppression } = settings;
  const form = useSettingsForm({
    version,
    values: {
      onNewPurchase,
      ...Object.fromEntries(Object.entries(suppression).map(([key, value]) => [`suppression.${key}`, value])),
    },
  });
  const labels = {
    onNewPurchase: t('frequency.onNewPurchase'),
    'suppression.capPer168Hours': t('frequency.cap'),
    'suppression.pauseUnengaged': t('relevance.unengaged'),
    'suppression.vipTags': t('relevance.vipTags'),
    'suppression.wholesaleTags': t('relevance.wholesaleTags'),
  };
  return (
    <Page title={t('title')} subtitle={t('subtitle')}>
      <SettingsSaveBar form={form} />
      <BlockStack gap="600">
        <SettingsBanner form={form} labels={labels} />
        <AlwaysOn stopped={stopped} />
        <Frequency form={form} stopped={stopped} loads={loads} purchases={purchases} />
        <Relevance form={form} stopped={stopped} />
        <People {...people} />
      </BlockStack>
    </Page>
  );
}
