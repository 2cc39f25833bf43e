import { BlockStack, Card, Checkbox, Page, Text, TextField } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { borderOfTop } from '#core/segments/match-segments';
import { READY_MADE_SETTINGS, segmentRows, type ReadyMade } from '#core/segments/segment-rows';
import { settingValues } from '#core/settings/change-settings';
import { useFormats } from '#ui/use-formats';
import { useSegmentNames } from '#ui/use-segment-names';
import { SettingsBanner, SettingsSaveBar, useSettingsForm, type SettingsForm } from '#ui/use-settings-form';
import { ChangeWords } from '../app.segments._index/change-words';
import type { SegmentPage } from './segment-page';
import { SegmentPreview } from './segment-preview';

/** A ready-made segment: on or off, and the numbers that it asks and says. */
export function ReadyMadeEditor({
  id,
  version,
  segments,
  price,
  borders,
}: SegmentPage & { readonly id: ReadyMade }) {
  const t = useTranslations('segments');
  const nameOf = useSegmentNames();
  const form = useSettingsForm({ version, values: settingValues({ segments }) });
  const isOn = `segments.${READY_MADE_SETTINGS[id]}.isOn`;
  const row = segmentRows({ segments, price }).find((known) => known.id === id);
  const labels = {
    'segments.loyalty.tag': t('page.loyaltyTag'),
    'segments.loyalty.pointsPerCurrencyUnit': t('page.points'),
  };
  return (
    <Page title={nameOf({ id })} backAction={{ content: t('page.back'), url: '/app/segments' }}>
      <BlockStack gap="400">
        <SettingsBanner form={form} labels={labels} />
        <Card>
          <BlockStack gap="400">
            <Checkbox
              label={t('page.isOn')}
              checked={form.value<boolean>(isOn)}
              onChange={(checked) => form.set(isOn, checked)}
            />
            <Numbers
              id={id}
              form={form}
              border={borderOfTop(borders, form.value<number>('segments.highAov.topPercent'))}
            />
          </BlockStack>
        </Card>
        <Card>
          <BlockStack gap="200">
            <Text as="h2" variant="headingMd">
              {t('page.differences')}
            </Text>
            {row && <ChangeWords row={row} />}
            {id === 'repeat' && (
              <Text as="p" tone="subdued">
                {t('page.repeatHelp')}
              </Text>
            )}
          </BlockStack>
        </Card>
        <SegmentPreview id={id} values={form.changed} />
      </BlockStack>
      <SettingsSaveBar form={form} />
    </Page>
  );
}

function Numbers({
  id,
  form,
  border,
}: {
  readonly id: ReadyMade;
  readonly form: SettingsForm;
  readonly border: number | null;
}) {
  const t = useTranslations('segments.page');
  const { money } = useFormats();
  if (id === 'first_time') return null;
  if (id === 'repeat')
    return (
      <TextField
        {...form.numberField('segments.repeat.fromOrders')}
        label={t('fromOrders')}
        helpText={t('fromOrdersHelp')}
      />
    );
  if (id === 'high_aov')
    return (
      <TextField
        {...form.numberField('segments.highAov.topPercent')}
        label={t('topPercent')}
        suffix="%"
        helpText={border === null ? t('help.mean_order_value') : t('help.border', { amount: money(border) })}
      />
    );
  const path = 'segments.loyalty.pointsPerCurrencyUnit';
  const points = form.numberField(path);
  return (
    <>
      <TextField
        {...form.textField('segments.loyalty.tag')}
        label={t('loyaltyTag')}
        helpText={t('help.tag')}
      />
      <TextField
        {...points}
        label={t('points')}
        helpText={t('pointsHelp')}
        onChange={(text) => (text.trim() === '' ? form.set(path, null) : points.onChange(text))}
      />
    </>
  );
}
