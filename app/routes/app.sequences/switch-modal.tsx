import { Modal, TitleBar, useAppBridge } from '@shopify/app-bridge-react';
import { Banner, BlockStack, Box, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { useFormats } from '#ui/use-formats';

export const SWITCH_MODAL = 'switch-sequence';
const LOAD_DAYS = 30;

/** What turning on or pausing means, and what forbids turning on. */
export type SwitchLoad = {
  readonly purchases: number;
  readonly waitingTouches: number;
  readonly unsignedClaims: number; // texts with a promotional claim that nobody answers for
};

/** Asks before the whole sequence is paused or turned on, with what that means in numbers. */
export function SwitchModal({
  isOn,
  load,
  onConfirm,
}: {
  readonly isOn: boolean;
  readonly load: SwitchLoad;
  readonly onConfirm: () => void;
}) {
  const t = useTranslations('sequences.switch');
  const formats = useFormats();
  const shopify = useAppBridge();
  const perDay = formats.number(Math.round((load.purchases / LOAD_DAYS) * 10) / 10);
  const orders = { orders: load.purchases, perDay };
  const waiting = { waiting: load.waitingTouches };
  const isRefused = !isOn && load.unsignedClaims > 0;
  const hide = () => void shopify.modal.hide(SWITCH_MODAL);
  return (
    <Modal id={SWITCH_MODAL}>
      <Box padding="400">
        <BlockStack gap="200">
          {isRefused && (
            <Banner
              tone="critical"
              title={t('claimsTitle', { count: load.unsignedClaims })}
              action={{ content: t('claimsAction'), url: '/app/settings#claims', onAction: hide }}
            >
              {t('claimsText')}
            </Banner>
          )}
          {!isRefused && (
            <>
              <Text as="p">{isOn ? t('pauseText', orders) : t('turnOnText', orders)}</Text>
              <Text as="p">{isOn ? t('pauseWaiting', waiting) : t('turnOnWaiting', waiting)}</Text>
            </>
          )}
        </BlockStack>
      </Box>
      <TitleBar title={isOn ? t('pauseTitle') : t('turnOnTitle')}>
        <button
          variant="primary"
          tone={isOn ? 'critical' : undefined}
          disabled={isRefused}
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
