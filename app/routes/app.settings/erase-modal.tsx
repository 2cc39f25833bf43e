import { Modal, TitleBar, useAppBridge } from '@shopify/app-bridge-react';
import { BlockStack, Box, List, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { ErasureEffect } from '#flows/erase-customer';
import { AfterMount } from '#ui/after-mount';

export const ERASE_MODAL = 'erase-customer';

/** Asks before a customer is erased, with what goes in numbers, and what stays. */
export function EraseModal({
  effect,
  whom,
  onErase,
}: {
  readonly effect: ErasureEffect | null;
  readonly whom: string;
  readonly onErase: () => void;
}) {
  const t = useTranslations('settings.data');
  const shopify = useAppBridge();
  const close = () => void shopify.modal.hide(ERASE_MODAL);
  return (
    <AfterMount>
      <Modal id={ERASE_MODAL}>
        <Box padding="400">
          {effect !== null && (
            <BlockStack gap="300">
              {effect.people > 1 && <Text as="p">{t('shared', { people: effect.people, whom })}</Text>}
              <List>
                <List.Item>{t('effect.orders', { count: effect.orders })}</List.Item>
                <List.Item>{t('effect.decisions', { count: effect.decisions })}</List.Item>
                <List.Item>{t('effect.waiting', { count: effect.waiting })}</List.Item>
                <List.Item>{t('effect.emails', { count: effect.emails })}</List.Item>
              </List>
              <Text as="p">{t('stays')}</Text>
              <Text as="p">{t('shopifyKeeps')}</Text>
            </BlockStack>
          )}
        </Box>
        <TitleBar title={t('eraseTitle')}>
          <button
            variant="primary"
            tone="critical"
            disabled={effect === null}
            onClick={() => {
              onErase();
              close();
            }}
          >
            {t('eraseConfirm')}
          </button>
          <button onClick={close}>{t('cancel')}</button>
        </TitleBar>
      </Modal>
    </AfterMount>
  );
}
