import { Modal, TitleBar, useAppBridge } from '@shopify/app-bridge-react';
import { Box, Text } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';

export const PAUSE_MODAL = 'pause-sending';

/**
 * Asks before all sending stops, with the number that would wait. Drawn in the browser alone: App Bridge takes the
 * content of a modal out of the page as soon as it loads, which is before React has found what the server drew.
 */
export function PauseModal({ due, onPause }: { readonly due: number; readonly onPause: () => void }) {
  const t = useTranslations('home.pause');
  const shopify = useAppBridge();
  const [isInBrowser, setInBrowser] = useState(false);
  useEffect(() => setInBrowser(true), []);
  if (!isInBrowser) return null;
  const close = () => void shopify.modal.hide(PAUSE_MODAL);
  return (
    <Modal id={PAUSE_MODAL}>
      <Box padding="400">
        <Text as="p">{t('text', { count: due })}</Text>
      </Box>
      <TitleBar title={t('title')}>
        <button
          variant="primary"
          tone="critical"
          onClick={() => {
            onPause();
            close();
          }}
        >
          {t('confirm')}
        </button>
        <button onClick={close}>{t('cancel')}</button>
      </TitleBar>
    </Modal>
  );
}
