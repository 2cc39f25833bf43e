import { useFetcher } from '@remix-run/react';
import { Modal, TitleBar, useAppBridge } from '@shopify/app-bridge-react';
import { Banner, BlockStack, Box, Text, TextField } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Claim } from '#flows/sign-off-claims';
import { AfterMount } from '#ui/after-mount';

export const SIGN_OFF_MODAL = 'sign-off-claim';

type Answer = { readonly kind: 'sign_off'; readonly result: 'signed' | 'changed' | 'no_name' };

/** Asks who answers for a claim, and shows once more what they answer for. */
export function SignOffModal({ claim }: { readonly claim: Claim | null }) {
  const t = useTranslations('settings.claims');
  const shopify = useAppBridge();
  const fetcher = useFetcher<Answer>();
  const [signedName, setName] = useState('');
  const result = fetcher.state === 'idle' ? fetcher.data?.result : undefined;
  useEffect(() => {
    if (result !== 'signed') return;
    shopify.toast.show(t('done'));
    void shopify.modal.hide(SIGN_OFF_MODAL);
  }, [fetcher.data, result, shopify, t]);
  const signOff = () => {
    if (claim === null) return;
    const { message, field, textHash } = claim;
    fetcher.submit(JSON.stringify({ intent: 'sign_off', message, field, textHash, signedName }), {
      method: 'post',
      encType: 'application/json',
    });
  };
  return (
    <AfterMount>
      <Modal id={SIGN_OFF_MODAL}>
        <Box padding="400">
          <BlockStack gap="300">
            {result === 'changed' && <Banner tone="critical">{t('changed')}</Banner>}
            <Text as="p" fontWeight="semibold" breakWord>
              {claim?.text}
            </Text>
            <Text as="p">{t('modalText')}</Text>
            <TextField
              label={t('name')}
              autoComplete="name"
              value={signedName}
              error={result === 'no_name' ? t('noName') : undefined}
              onChange={setName}
            />
          </BlockStack>
        </Box>
        <TitleBar title={t('modalTitle')}>
          <button variant="primary" disabled={fetcher.state !== 'idle'} onClick={signOff}>
            {t('signOff')}
          </button>
          <button onClick={() => void shopify.modal.hide(SIGN_OFF_MODAL)}>{t('cancel')}</button>
        </TitleBar>
      </Modal>
    </AfterMount>
  );
}
