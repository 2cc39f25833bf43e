import { BlockStack, Banner, Page } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { ValueBorders } from '#core/segments/customer-facts';
import type { OwnSegment } from '#core/segments/own-segment';
import { isReadyMade, READY_MADE_SETTINGS, segmentRows } from '#core/segments/segment-rows';
import { settingValues } from '#core/settings/change-settings';
import type { Settings } from '#core/settings/settings';
import type { SegmentSizes } from '#flows/ports/segment-store';
import { SettingsBanner, SettingsSaveBar, useSettingsForm, type SettingsForm } from '#ui/use-settings-form';
import { SegmentList } from './segment-list';
import { TryCustomer } from './try-customer';

type Properties = {
  readonly version: number;
  readonly segments: Settings['segments'];
  readonly price: Settings['price'];
  readonly borders: ValueBorders;
  readonly titles: Readonly<Record<string, string>>;
  readonly sizes: Promise<SegmentSizes>;
};

const isOnPath = (id: keyof typeof READY_MADE_SETTINGS) => `segments.${READY_MADE_SETTINGS[id]}.isOn`;

/** All segments in the order in which conflicts are settled, and what they do to one customer. */
export function SegmentsScreen({ version, segments, price, ...shown }: Properties) {
  const t = useTranslations('segments');
  const form = useSettingsForm({ version, values: settingValues({ segments }) });
  const rows = segmentRows({ segments: asChanged(segments, form), price });
  const switchRow = (id: string, isOn: boolean) => {
    if (isReadyMade(id)) return form.set(isOnPath(id), isOn);
    const own = form.value<ReadonlyArray<OwnSegment>>('segments.own');
    form.set(
      'segments.own',
      own.map((segment) => (segment.id === id ? { ...segment, isOn } : segment)),
    );
  };
  return (
    <Page
      title={t('title')}
      subtitle={t('subtitle')}
      primaryAction={{ content: t('add'), url: '/app/segments/new' }}
    >
      <BlockStack gap="400">
        <SettingsBanner
          form={form}
          labels={{ 'segments.own': t('labels.own'), 'segments.order': t('labels.order') }}
        />
        <Banner tone="info">{t('order')}</Banner>
        <SegmentList
          {...shown}
          rows={rows}
          onSwitch={switchRow}
          onOrder={(order) => form.set('segments.order', order)}
        />
        <TryCustomer />
      </BlockStack>
      <SettingsSaveBar form={form} />
    </Page>
  );
}

/** What is saved, with what the form changes on this page laid over it. */
function asChanged(saved: Settings['segments'], form: SettingsForm): Settings['segments'] {
  const isOn = (id: keyof typeof READY_MADE_SETTINGS) => ({ isOn: form.value<boolean>(isOnPath(id)) });
  return {
    loyalty: { ...saved.loyalty, ...isOn('loyalty') },
    highAov: { ...saved.highAov, ...isOn('high_aov') },
    repeat: { ...saved.repeat, ...isOn('repeat') },
    firstTime: isOn('first_time'),
    own: form.value('segments.own'),
    order: form.value('segments.order'),
  };
}
