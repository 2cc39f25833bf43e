import { useSearchParams } from '@remix-run/react';
import { useAppBridge } from '@shopify/app-bridge-react';
import { Badge, BlockStack, Box, Button, ButtonGroup, InlineGrid, Page } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { MessageKey } from '#core/message/message-texts';
import { settingValues } from '#core/settings/change-settings';
import type { Settings } from '#core/settings/settings';
import { SettingsBanner, SettingsSaveBar, useSettingsForm } from '#ui/use-settings-form';
import { Preview } from './preview';
import { SendTestModal, TEST_MODAL } from './send-test-modal';
import { placeOf } from './place-of';
import { SWITCH_MODAL, SwitchModal, type SwitchLoad } from './switch-modal';
import { TouchList } from './touch-list';
import type { PreviewWish } from './use-preview';
import { useSwitch } from './use-switch';
import { useFieldNames } from './use-field-names';
import { WhoEnters } from './who-enters';

type Properties = {
  readonly version: number;
  readonly settings: Pick<Settings, 'trigger' | 'touches' | 'messages' | 'sending'>;
  readonly sendHour: number;
  readonly priceBand: { readonly from: number; readonly to: number };
  readonly currency: string;
  readonly load: SwitchLoad;
  readonly samples: ReadonlyArray<{ readonly orderId: string; readonly name: string }>;
  readonly segments: ReadonlyArray<{ readonly id: string; readonly name: string | null }>; // in their order
};

/** Side by side where there is room; below that one of the two, as the buttons say. No character needs escaping. */
const VIEWS = `@media (max-width: 1039px) {
  [data-view=edit] [data-part=preview], [data-view=preview] [data-part=edit] { display: none }
}
@media (min-width: 1040px) {
  [data-part=views] { display: none }
  [data-part=preview] { position: sticky; top: 16px; align-self: start }
}`;

const OPENED = { one: 'one', two: 'two', three: 'threeReplenishment' } as const;

export function SequencesScreen({
  version,
  settings,
  currency,
  load,
  samples,
  segments,
  ...shown
}: Properties) {
  const t = useTranslations('sequences');
  const shopify = useAppBridge();
  const form = useSettingsForm({ version, values: settingValues(settings) });
  const [query, setQuery] = useSearchParams();
  const asked = query.get('segment');
  const [open, setOpen] = useState<keyof typeof OPENED | null>('one');
  const [wished, setWished] = useState<Omit<PreviewWish, 'values'>>({
    messageKey: 'one',
    orderId: null,
    segments: asked === null ? null : [asked],
  });
  // The admin's own elements rearrange what the server drew inside of them before React takes over.
  const [isMounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  const isOn = settings.sending.isSequenceOn;
  const flip = useSwitch({ version, isOn });
  const labels = useFieldNames();
  const [refused] = Object.keys(form.faults);
  useEffect(() => {
    const place = placeOf(refused);
    if (place === null) return;
    setOpen(place.touch);
    setWished((before) => ({ ...before, messageKey: place.messageKey ?? before.messageKey }));
  }, [refused]);
  const wish = { ...wished, values: form.changed };
  const choose = (messageKey: MessageKey) => setWished((before) => ({ ...before, messageKey }));
  const view = query.get('view') === 'preview' ? 'preview' : 'edit';
  const viewButton = (name: 'edit' | 'preview') => (
    <Button pressed={view === name} onClick={() => setQuery({ view: name }, { replace: true })}>
      {t(`view.${name}`)}
    </Button>
  );
  return (
    <Page
      fullWidth
      title={t('title')}
      subtitle={t('subtitle')}
      titleMetadata={<Badge tone={isOn ? 'success' : 'attention'}>{isOn ? t('on') : t('paused')}</Badge>}
      secondaryActions={[
        { content: t('test.open'), onAction: () => void shopify.modal.show(TEST_MODAL) },
        {
          content: isOn ? t('switch.pause') : t('switch.turnOn'),
          onAction: () => void shopify.modal.show(SWITCH_MODAL),
        },
      ]}
    >
      <style>{VIEWS}</style>
      <div data-view={view}>
        <BlockStack gap="400">
          <SettingsBanner form={form} labels={labels} />
          <div data-part="views">
            <Box paddingInline={{ xs: '400', sm: '0' }}>
              <ButtonGroup variant="segmented">
                {viewButton('edit')}
                {viewButton('preview')}
              </ButtonGroup>
            </Box>
          </div>
          <InlineGrid columns={{ xs: 1, lg: ['twoThirds', 'oneThird'] }} gap="400">
            <div data-part="edit">
              <BlockStack gap="400">
                <WhoEnters
                  form={form}
                  currency={currency}
                  excludedProducts={settings.trigger.excludedProductIds.length}
                />
                <TouchList
                  {...shown}
                  form={form}
                  open={open}
                  messageKey={wish.messageKey}
                  onMessage={choose}
                  onOpen={(touch) => {
                    setOpen(touch);
                    if (touch !== null) choose(OPENED[touch]);
                  }}
                />
              </BlockStack>
            </div>
            <div data-part="preview">
              <Preview
                wish={wish}
                samples={samples}
                segments={segments}
                onWish={(change) => setWished((before) => ({ ...before, ...change }))}
              />
            </div>
          </InlineGrid>
        </BlockStack>
      </div>
      {isMounted && (
        <>
          <SettingsSaveBar form={form} />
          <SendTestModal wish={wish} />
          <SwitchModal isOn={isOn} load={load} onConfirm={flip} />
        </>
      )}
    </Page>
  );
}
