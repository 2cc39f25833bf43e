import { BlockStack, Card, Page, Text, TextField } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { settingValues } from '#core/settings/change-settings';
import type { Settings } from '#core/settings/settings';
import type { SegmentSizes } from '#flows/ports/segment-store';
import { useFormats } from '#ui/use-formats';
import { SettingsBanner, SettingsSaveBar, useSettingsForm } from '#ui/use-settings-form';
import { SegmentCard } from './segment-card';

type Properties = {
  readonly version: number;
  readonly segments: Settings['segments'];
  readonly sizes: SegmentSizes;
};

/** The four ready-made segments in the order in which conflicts are settled. */
export function SegmentsScreen({ version, segments, sizes }: Properties) {
  const t = useTranslations('segments');
  const { money } = useFormats();
  const form = useSettingsForm({ version, values: settingValues({ segments }) });
  const { highAov, highAovFromMinor } = sizes;
  const count = (people: number) => t('customers', { count: people });
  const labels = {
    'segments.loyalty.tag': t('loyalty.tag'),
    'segments.loyalty.pointsPerCurrencyUnit': t('loyalty.points'),
    'segments.highAov.topPercent': t('highAov.top'),
    'segments.repeat.fromOrders': t('repeat.from'),
  };
  const points = form.numberField('segments.loyalty.pointsPerCurrencyUnit');
  return (
    <Page title={t('title')} subtitle={t('subtitle')}>
      <BlockStack gap="400">
        <SettingsBanner form={form} labels={labels} />
        <ol aria-label={t('title')} style={{ margin: 0, padding: 0 }}>
          <SegmentCard form={form} segment="loyalty" size={t('notCounted')}>
            <TextField {...form.textField('segments.loyalty.tag')} label={t('loyalty.tag')} />
            <TextField
              {...points}
              label={t('loyalty.points')}
              helpText={t('loyalty.pointsHelp')}
              onChange={(text) =>
                text.trim() === ''
                  ? form.set('segments.loyalty.pointsPerCurrencyUnit', null)
                  : points.onChange(text)
              }
            />
          </SegmentCard>
          <SegmentCard form={form} segment="highAov" size={highAov === null ? t('tooFew') : count(highAov)}>
            {highAovFromMinor !== null && (
              <Text as="p" tone="subdued">
                {t('border', { amount: money(highAovFromMinor) })}
              </Text>
            )}
            <TextField
              {...form.numberField('segments.highAov.topPercent')}
              label={t('highAov.top')}
              suffix="%"
              helpText={t('highAov.topHelp')}
            />
          </SegmentCard>
          <SegmentCard form={form} segment="repeat" size={count(sizes.repeat)}>
            <TextField
              {...form.numberField('segments.repeat.fromOrders')}
              label={t('repeat.from')}
              helpText={t('repeat.fromHelp')}
            />
          </SegmentCard>
          <SegmentCard form={form} segment="firstTime" size={count(sizes.firstTime)} />
        </ol>
        <Card>
          <BlockStack gap="100">
            <Text as="h2" variant="headingMd">
              {t('everyone')}
            </Text>
            <Text as="p">{t('everyoneChanges')}</Text>
          </BlockStack>
        </Card>
      </BlockStack>
      <SettingsSaveBar form={form} />
    </Page>
  );
}
