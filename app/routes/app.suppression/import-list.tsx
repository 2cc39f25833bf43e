import { useFetcher } from '@remix-run/react';
import { Modal, TitleBar, useAppBridge } from '@shopify/app-bridge-react';
import { Banner, BlockStack, Box, DropZone, Text } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { MOST_LIST_BYTES } from '#core/suppression/parse-suppression-list';
import type { ListPreview } from '#flows/keep-suppression-list';
import { AfterMount } from '#ui/after-mount';
import { SimpleTable } from '#ui/simple-table';

type Answer = { readonly kind: 'preview' | 'imported'; readonly preview: ListPreview };

const CONFIRM = 'import-suppression-list';

/** A file is read and judged first; only the confirmed modal adds it. */
export function ImportList() {
  const t = useTranslations('suppression.import');
  const shopify = useAppBridge();
  const fetcher = useFetcher<Answer>();
  const [text, setText] = useState<string | null>(null);
  const [isTooLarge, setIsTooLarge] = useState(false);
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined;

  useEffect(() => {
    if (answer?.kind === 'preview') void shopify.modal.show(CONFIRM);
    if (answer?.kind === 'imported' && answer.preview.kind === 'readable') {
      const { fresh, alreadyThere: already, bad } = answer.preview;
      shopify.toast.show(t('done', { fresh, already, bad }));
    }
  }, [answer, shopify, t]);

  const ask = (intent: string, content: string) =>
    fetcher.submit(JSON.stringify({ intent, text: content }), {
      method: 'post',
      encType: 'application/json',
    });
  const read = async (file: File | undefined) => {
    if (!file) return;
    setIsTooLarge(file.size > MOST_LIST_BYTES);
    if (file.size > MOST_LIST_BYTES) return;
    const content = await file.text();
    setText(content);
    ask('preview', content);
  };
  const preview = fetcher.data?.preview;
  const readable = preview?.kind === 'readable' ? preview.fresh + preview.alreadyThere : 0;
  return (
    <BlockStack gap="300">
      <Text as="h3" variant="headingSm">
        {t('title')}
      </Text>
      <Text as="p" tone="subdued">
        {t('help')}
      </Text>
      <DropZone
        label={t('choose')}
        accept=".csv,text/csv,text/plain"
        type="file"
        allowMultiple={false}
        onDrop={(_all, [file]) => void read(file)}
      >
        <DropZone.FileUpload actionTitle={t('button')} />
      </DropZone>
      {(isTooLarge || preview?.kind === 'too_large') && <Banner tone="critical">{t('too_large')}</Banner>}
      <AfterMount>
        <Modal id={CONFIRM}>
          <Box padding="400">{preview?.kind === 'readable' && <Preview preview={preview} />}</Box>
          <TitleBar title={t('title')}>
            <button
              variant="primary"
              disabled={readable === 0 || fetcher.state !== 'idle'}
              onClick={() => {
                if (text !== null) ask('import', text);
                void shopify.modal.hide(CONFIRM);
              }}
            >
              {t('confirm', { count: readable })}
            </button>
            <button onClick={() => void shopify.modal.hide(CONFIRM)}>{t('cancel')}</button>
          </TitleBar>
        </Modal>
      </AfterMount>
    </BlockStack>
  );
}

function Preview({ preview }: { readonly preview: Extract<ListPreview, { kind: 'readable' }> }) {
  const t = useTranslations('suppression.import');
  const { fresh, alreadyThere: already, repeated, bad, faults } = preview;
  return (
    <BlockStack gap="300">
      <Text as="p">{fresh + already === 0 ? t('nothing') : t('preview', { fresh, already, bad })}</Text>
      {repeated > 0 && <Text as="p">{t('repeated', { count: repeated })}</Text>}
      {bad > 0 && (
        <>
          <Text as="p">{t('left')}</Text>
          <SimpleTable
            caption={t('faults')}
            columns={[{ title: t('line'), isNumber: true }, { title: t('text') }, { title: t('problem') }]}
            rows={faults.map(({ line, text, problem }) => ({
              key: String(line),
              cells: [line, text, t(`problems.${problem}`)],
            }))}
          />
          {bad > faults.length && <Text as="p">{t('more', { count: faults.length })}</Text>}
        </>
      )}
    </BlockStack>
  );
}
