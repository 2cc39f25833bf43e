import { useFetcher, useRevalidator } from '@remix-run/react';
import { useAppBridge } from '@shopify/app-bridge-react';
import { BlockStack, Button, InlineStack, Text, TextField } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Erasure, ErasureReview } from '#flows/erase-customer';
import type { DataRequest } from '#flows/ports/privacy-store';
import { downloadCustomer } from './download-customer';
import { DataRequests } from './data-requests';
import { ERASE_MODAL, EraseModal } from './erase-modal';

type Answer =
  | { readonly kind: 'reviewed'; readonly review: ErasureReview }
  | { readonly kind: 'erasure'; readonly result: Erasure };

type Problem = 'not_readable' | 'nobody' | 'failed';

const FIELD = 'whom';

/** Exports or erases what is kept about one customer. */
export function OneCustomer({ requests }: { readonly requests: ReadonlyArray<DataRequest> }) {
  const t = useTranslations('settings.data');
  const shopify = useAppBridge();
  const fetcher = useFetcher<Answer>();
  const { revalidate } = useRevalidator();
  const [whom, setWhom] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isExporting, setExporting] = useState(false);
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined;
  const effect = answer?.kind === 'reviewed' && answer.review.kind === 'found' ? answer.review.effect : null;

  const tell = (kind: Problem) => {
    setProblem(kind);
    document.getElementById(FIELD)?.focus();
  };

  useEffect(() => {
    if (!answer) return;
    const told = answer.kind === 'reviewed' ? answer.review : answer.result;
    if (told.kind === 'found') void shopify.modal.show(ERASE_MODAL);
    else if (told.kind === 'erased') {
      setWhom('');
      shopify.toast.show(t('erased', { listed: told.listed }));
    } else tell(told.kind);
  }, [answer, shopify, t]);

  const ask = (intent: 'review_erasure' | 'erase_customer') =>
    fetcher.submit(JSON.stringify({ intent, whom }), { method: 'post', encType: 'application/json' });
  const exportData = async (text: string) => {
    setExporting(true);
    const result = await downloadCustomer(text).finally(() => setExporting(false));
    if (result === 'saved') shopify.toast.show(t('exported'));
    else tell(result);
    revalidate(); // what the customer asked is answered now
  };
  const isBusy = isExporting || fetcher.state !== 'idle' || whom.trim() === '';
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {t('customerTitle')}
      </Text>
      <DataRequests
        requests={requests}
        isBusy={isExporting}
        onExport={(number) => {
          setWhom(number);
          void exportData(number);
        }}
      />
      <TextField
        id={FIELD}
        autoComplete="off"
        label={t('whom')}
        helpText={t('whomHelp')}
        value={whom}
        error={problem === null ? undefined : t(`problems.${problem}`)}
        onChange={(text) => {
          setWhom(text);
          setProblem(null);
        }}
      />
      <InlineStack gap="200">
        <Button disabled={isBusy} loading={isExporting} onClick={() => void exportData(whom)}>
          {t('export')}
        </Button>
        <Button tone="critical" disabled={isBusy} onClick={() => ask('review_erasure')}>
          {t('erase')}
        </Button>
      </InlineStack>
      <EraseModal effect={effect} whom={whom} onErase={() => ask('erase_customer')} />
    </BlockStack>
  );
}
