import { useFetcher } from '@remix-run/react';
import { useAppBridge } from '@shopify/app-bridge-react';
import { useEffect } from 'react';
import { useTranslations } from 'use-intl';
import type { SaveAnswer } from '#ui/use-settings-form';

/** Turns the whole sequence on or off at once, past the save bar. In: settings version, the present state. Out: the act. */
export function useSwitch({
  version,
  isOn,
}: {
  readonly version: number;
  readonly isOn: boolean;
}): () => void {
  const fetcher = useFetcher<SaveAnswer>();
  const shopify = useAppBridge();
  const t = useTranslations('shell.saveBar');
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined;
  useEffect(() => {
    if (!answer) return;
    if (answer.kind === 'saved') shopify.toast.show(t('saved'));
    else shopify.toast.show(answer.kind === 'conflict' ? t('conflictTitle') : t('failed'), { isError: true });
  }, [answer, shopify, t]);
  return () => {
    const values = { 'sending.isSequenceOn': !isOn };
    fetcher.submit(JSON.stringify({ intent: 'save_settings', baseVersion: version, values }), {
      method: 'post',
      encType: 'application/json',
    });
  };
}
