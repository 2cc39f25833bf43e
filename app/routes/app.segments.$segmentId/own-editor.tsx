import { useAppBridge } from '@shopify/app-bridge-react';
import { BlockStack, Card, Checkbox, Page, TextField } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { MESSAGE_KEYS } from '#core/message/message-texts';
import { SettingsBanner, SettingsSaveBar } from '#ui/use-settings-form';
import { Conditions } from './conditions';
import { DifferenceFields } from './difference-fields';
import { OwnWords } from './own-words';
import { REMOVE_MODAL, RemoveSegment } from './remove-segment';
import type { SegmentPage } from './segment-page';
import { SegmentPreview } from './segment-preview';
import { useOwnSegment } from './use-own-segment';

/** A segment of the merchant's own: its name, who is in it, and what it makes different. In: null for a new one. */
export function OwnEditor(page: SegmentPage & { readonly id: string | null }) {
  const { id, segments, price, version, sizes } = page;
  const t = useTranslations('segments.page');
  const shopify = useAppBridge();
  const own = useOwnSegment(page);
  const { segment, form } = own;
  const saved = segments.own.find((each) => each.id === id);
  const labelOf = useLabels();
  const labels = Object.fromEntries(
    Object.keys(form.faults).map((path) => [path, labelOf(path.slice(own.prefix.length + 1))]),
  );
  return (
    <Page
      title={saved?.name ?? t('new')}
      backAction={{ content: t('back'), url: '/app/segments' }}
      secondaryActions={
        id === null
          ? []
          : [
              {
                content: t('removeSegment'),
                destructive: true,
                onAction: () => void shopify.modal.show(REMOVE_MODAL),
              },
            ]
      }
    >
      <BlockStack gap="400">
        <SettingsBanner form={form} labels={labels} />
        <Card>
          <BlockStack gap="400">
            <TextField
              id={own.fieldId('name')}
              autoComplete="off"
              label={t('name')}
              value={segment.name}
              error={own.faultOf('name')}
              helpText={segment.id === '' ? undefined : t('idHelp', { id: segment.id })}
              onChange={(name) => own.change({ name }, 'name')}
            />
            <Checkbox
              label={t('isOn')}
              checked={segment.isOn}
              onChange={(isOn) => own.change({ isOn }, 'isOn')}
            />
          </BlockStack>
        </Card>
        <Conditions {...page} own={own} />
        <DifferenceFields own={own} price={price} />
        <OwnWords own={own} />
        <SegmentPreview id={segment.id} values={form.changed} />
      </BlockStack>
      <SettingsSaveBar form={form} />
      {saved && sizes && (
        <RemoveSegment segment={saved} segments={segments} version={version} sizes={sizes} />
      )}
    </Page>
  );
}

/** How a field is called in the list of those that were refused. In: its path from the segment on. */
function useLabels(): (path: string) => string {
  const t = useTranslations('segments.page');
  const messages = useTranslations('sequences.message');
  return (path) => {
    const [part = '', name = '', key = '', text = ''] = path.split('.');
    if (part === 'name') return t('name');
    if (part === 'conditions')
      return name === '' ? t('conditions') : t('condition', { number: Number(name) + 1 });
    if (name === 'pointsPerCurrencyUnit') return t('points');
    if (name === 'priceShare') return t(key === 'fromPercent' ? 'fromPercent' : 'toPercent');
    const message = MESSAGE_KEYS.find((known) => known === key);
    return message === undefined
      ? t('differences')
      : t('fieldOf', {
          field: t(text === 'subject' ? 'subject' : 'headline'),
          message: messages(message),
        });
  };
}
