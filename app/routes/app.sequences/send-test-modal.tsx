import { useFetcher } from '@remix-run/react';
import { Modal, TitleBar, useAppBridge } from '@shopify/app-bridge-react';
import { Banner, BlockStack, Box, Text, TextField } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SendTestResult } from '#flows/send-test';
import { useFormats } from '#ui/use-formats';
import type { PreviewWish } from './use-preview';

export const TEST_MODAL = 'send-test';

/** Asks for an address and sends the previewed e-mail there. */
export function SendTestModal({ wish }: { readonly wish: PreviewWish }) {
  const t = useTranslations('sequences.test');
  const shopify = useAppBridge();
  const fetcher = useFetcher<SendTestResult>();
  const [to, setTo] = useState('');
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined;
  const isAccepted = answer?.kind === 'mailed' && answer.result === 'accepted';
  useEffect(() => {
    if (!isAccepted) return;
    shopify.toast.show(t('accepted', { to }));
    void shopify.modal.hide(TEST_MODAL);
    // Only when an answer comes in: typing another address afterwards is no second success.
  }, [answer]);
  const formats = useFormats();
  const problem = answer && !isAccepted ? wordsOf(answer, t, formats.dateTime) : null;
  return (
    <Modal id={TEST_MODAL}>
      <Box padding="400">
        <BlockStack gap="300">
          <Text as="p">{t('text')}</Text>
          <TextField label={t('to')} type="email" autoComplete="email" value={to} onChange={setTo} />
          {problem !== null && <Banner tone="critical">{problem}</Banner>}
        </BlockStack>
      </Box>
      <TitleBar title={t('title')}>
        <button
          variant="primary"
          disabled={fetcher.state !== 'idle'}
          onClick={() =>
            fetcher.submit(JSON.stringify({ intent: 'send_test', to, ...wish }), {
              method: 'post',
              encType: 'application/json',
            })
          }
        >
          {t('send')}
        </button>
        <button onClick={() => void shopify.modal.hide(TEST_MODAL)}>{t('cancel')}</button>
      </TitleBar>
    </Modal>
  );
}

function wordsOf(
  answer: SendTestResult,
  t: ReturnType<typeof useTranslations<'sequences.test'>>,
  dateTime: (at: number) => string,
): string {
  if (answer.kind === 'mailed') return t(answer.result, { detail: answer.detail ?? '', to: '' });
  if (answer.kind === 'nothing') return t('nothing');
  if (answer.kind === 'too_many') return t('too_many', { most: answer.most, when: dateTime(answer.nextAt) });
  if (answer.kind === 'failed') return t('failed', { problem: answer.problem });
  return t('refused', { problem: answer.faults[0]?.problem ?? '' });
}
