import { useFetcher } from '@remix-run/react';
import { Modal, TitleBar, useAppBridge } from '@shopify/app-bridge-react';
import { Box, Button, Text } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Now } from './now-card';

type Answer = { readonly kind: 'released' } | { readonly kind: 'suppressed'; readonly isListed: boolean };

/** Puts the customer on the merchant's list after asking, and takes them off again. */
export function SuppressButton({ now }: { readonly now: Now }) {
  const t = useTranslations('activity.trace');
  const shopify = useAppBridge();
  const { submit, state, data } = useFetcher<Answer>();
  const [isAsking, setAsking] = useState(false);
  const [isDrawn, setDrawn] = useState(false); // the server cannot draw what stands outside of this document
  useEffect(() => setDrawn(true), []);
  useEffect(() => {
    if (state !== 'idle' || !data) return;
    if (data.kind === 'released') shopify.toast.show(t('undone'));
    else if (!data.isListed) shopify.toast.show(t('suppressFailed'));
    else
      shopify.toast.show(t('suppressed'), {
        action: t('undo'),
        onAction: () => submit({ intent: 'release' }, { method: 'post' }),
      });
  }, [state, data, shopify, t, submit]);
  const isBusy = state !== 'idle';
  if (now.canRelease) {
    return (
      <Button loading={isBusy} onClick={() => submit({ intent: 'release' }, { method: 'post' })}>
        {t('takeOff')}
      </Button>
    );
  }
  return (
    <>
      <Button tone="critical" loading={isBusy} onClick={() => setAsking(true)}>
        {t('suppress')}
      </Button>
      {isDrawn && (
        <Modal open={isAsking} onHide={() => setAsking(false)}>
          <Box padding="400">
            <Text as="p">{t('suppressText', { waiting: now.waiting })}</Text>
          </Box>
          <TitleBar title={t('suppressTitle')}>
            <button
              variant="primary"
              tone="critical"
              onClick={() => {
                setAsking(false);
                submit({ intent: 'suppress' }, { method: 'post' });
              }}
            >
              {t('suppressConfirm')}
            </button>
            <button onClick={() => setAsking(false)}>{t('cancel')}</button>
          </TitleBar>
        </Modal>
      )}
    </>
  );
}
