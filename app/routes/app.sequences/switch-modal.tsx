import { Modal, TitleBar, useAppBridge } from '@shopify/app-bridge-react';
import { BlockStack, Box, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { useFormats } from '#ui/use-formats';

export const SWITCH_MODAL = 'switch-sequence';
const LOAD_DAYS = 30;

/** Asks before the whole sequence is paused or turned on, with what that means in numbers. */
export function SwitchModal({
  isOn,
  load,
  onConfirm,
}: {
  readonly isOn: boolean;
  readonly load: { readonly purchases: number; readonly waitingTouches: number };
  readonly onConfirm: () => void;
}) {
  const t = useTranslations('sequences.switch');
  const formats = useFormats();
  const shopify = useAppBridge();
  const perDay = formats.number(Math.round((load.purchases / LOAD_DAYS) * 10) / 10);
  const orders = { orders: load.purchases, perDay };
  const waiting = { waiting: load.waitingTouches };
  const hide = () => void shopify.modal.hide(SWITCH_MODAL);
  return (
    <Modal id={SWITCH_MODAL}>
      <Box padding="400">
        <BlockStack gap="200">
          <Text as="p">{isOn ? t('pauseText', orders) : t('turnOnText', orders)}</Text>
          <Text as="p">{isOn ? t('pauseWaiting', waiting) : t('turnOnWaiting', waiting)}</Text>
        </BlockStack>
      </Box>
      <TitleBar title={isOn ? t('pauseTitle') : t('turnOnTitle')}>
        <button
          variant="primary"
          tone={isOn ? 'critical' : undefined}
          onClick={() => {
            onConfirm();
            hide();
          }}
        >
          {isOn ? t('pause') : t('turnOn')}
        </button>
        <button onClick={hide}>{t('cancel')}</button>
      </TitleBar>
    </Modal>
  );
}
