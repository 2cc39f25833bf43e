import { Modal, TitleBar, useAppBridge } from '@shopify/app-bridge-react';
import { Banner, BlockStack, Box, Link, List, SkeletonBodyText, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PassedReason, PairingPreview } from '#flows/preview-pairing';
import { EmailFrame } from '#ui/email-frame';
import { postJson } from '#ui/post-json';
import { isReason } from '#ui/use-reasons';
import type { View } from './view';

const PREVIEW_MODAL = 'preview-email';

/** The email about the pairing, written anew each time it is opened. */
export function usePreviewModal({ table, boughtId, recommendedId, boughtTitle }: View) {
  const t = useTranslations('pairings.detail.preview');
  const shopify = useAppBridge();
  const [answer, setAnswer] = useState<PairingPreview>();
  return {
    open: () => {
      setAnswer(undefined);
      void shopify.modal.show(PREVIEW_MODAL);
      const pairing = { table, antecedentId: boughtId, consequentId: recommendedId };
      postJson<PairingPreview>('/app/pairings/preview', JSON.stringify(pairing)).then(
        setAnswer,
        (error: unknown) => setAnswer({ kind: 'failed', problem: String(error) }),
      );
    },
    modal: (
      <Modal id={PREVIEW_MODAL}>
        <Box padding="400">
          {answer ? <Answer answer={answer} bought={boughtTitle} /> : <SkeletonBodyText lines={12} />}
        </Box>
        <TitleBar title={t('title')}>
          <button onClick={() => void shopify.modal.hide(PREVIEW_MODAL)}>{t('close')}</button>
        </TitleBar>
      </Modal>
    ),
  };
}

function Answer({ answer, bought }: { readonly answer: PairingPreview; readonly bought: string }) {
  const t = useTranslations('pairings.detail.preview');
  const reasonWords = useReasonWords();
  if (answer.kind === 'failed')
    return <Banner tone="critical">{t('failed', { problem: answer.problem })}</Banner>;
  if (answer.kind === 'shown')
    return (
      <BlockStack gap="300">
        <Text as="p">{t('shownFor', { name: answer.orderName, subject: answer.subject })}</Text>
        <EmailFrame html={answer.html} isPhone isDark={false} title={t('frame')} />
      </BlockStack>
    );
  const orders = answer.reasons.reduce((sum, reason) => sum + reason.orders, 0);
  return (
    <BlockStack gap="300">
      <Text as="p">{t('nothing', { orders, bought })}</Text>
      <List>
        {answer.reasons.map(({ reason, orders: count }) => (
          <List.Item key={reason}>{t('reason', { reason: reasonWords(reason), orders: count })}</List.Item>
        ))}
      </List>
      {answer.reasons.some(({ reason }) => reason === 'price_band' || reason === 'margin_floor') && (
        <Link url="/app/settings">{t('limits')}</Link>
      )}
    </BlockStack>
  );
}

function useReasonWords() {
  const t = useTranslations('reasons');
  const ownWords = useTranslations('pairings.detail.preview');
  return (reason: PassedReason) => {
    if (reason === 'not_this_message') return ownWords('otherMessage');
    if (reason === 'not_readable') return ownWords('notReadable');
    return isReason(reason) ? t(`reason.${reason}`) : t(`candidate.${reason}`);
  };
}
