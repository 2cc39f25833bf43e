import { BlockStack, Page } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { SettingsBanner, SettingsSaveBar, useSettingsForm } from '#ui/use-settings-form';
import { BenchmarksSection } from './benchmarks';
import { Brand, Consent } from './brand-and-consent';
import { Claims } from './claims';
import { Data } from './data';
import { Measurement, SendHours } from './measurement-and-hours';
import { Recommendations } from './recommendations';
import type { SettingsScreenProperties } from './section-properties';
import { SendingSummary } from './sending-summary';
import { SetupGuideSection } from './setup-guide';

const BENCHMARKS = 'benchmarks.';

export function SettingsScreen({ version, settings, shop, ...shown }: SettingsScreenProperties) {
  const t = useTranslations('settings');
  const benchmarks = useTranslations('benchmarks.names');
  const name = (path: string) =>
    path.startsWith(BENCHMARKS) ? benchmarks(path.slice(BENCHMARKS.length)) : t(`names.${path}`);
  const values = valuesOf(settings);
  const form = useSettingsForm({ version, values });
  const labels = Object.fromEntries(
    Object.keys(values).flatMap((path) => placesOf(path).map((place) => [place, name(path)])),
  );
  const section = { form, name };
  return (
    <Page title={t('title')} secondaryActions={[{ content: t('history'), url: '/app/settings/history' }]}>
      <SettingsSaveBar form={form} />
      <BlockStack gap="600">
        <SettingsBanner form={form} labels={labels} />
        <SendingSummary sending={shown.sending} />
        <Measurement {...section} />
        <Recommendations {...section} categories={shown.categories} limitsApproval={shown.limitsApproval} />
        <SendHours {...section} zone={shop.zone} />
        <Brand {...section} shop={shop} />
        <Consent {...section} />
        <Claims claims={shown.claims} />
        <BenchmarksSection {...section} />
        <Data {...section} requests={shown.requests} />
        <SetupGuideSection isDismissed={shown.isGuideDismissed} />
      </BlockStack>
    </Page>
  );
}

/** Where a setting can be refused: of a benchmark each end by itself. */
const placesOf = (path: string): ReadonlyArray<string> =>
  path.startsWith(BENCHMARKS)
    ? ['lowPercent', 'highPercent', 'lowMinor', 'highMinor'].map((end) => `${path}.${end}`)
    : [path];

function valuesOf({
  benchmarks,
  holdoutPercent,
  productTypes,
  price,
  signals,
  offers,
  sendHours,
  brand,
  consent,
  data,
}: SettingsScreenProperties['settings']) {
  const grouped = { benchmarks, price, signals, offers, sendHours, brand, consent, data };
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
