import { Banner, BlockStack, Card, InlineStack, Page, Spinner, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { ChooseFile } from './choose-file';
import { Faults } from './faults';
import { Preview } from './preview';
import { useImport, type Import } from './use-import';

export function ImportScreen() {
  const t = useTranslations('pairingImport');
  const { state, choose, confirm } = useImport();
  return (
    <Page title={t('title')} backAction={{ content: t('back'), url: '/app/pairings' }}>
      <BlockStack gap="400">
        <ChooseFile onChoose={choose} isDisabled={state.kind === 'importing'} />
        <div aria-live="polite">
          <Outcome state={state} onAgain={choose} onConfirm={confirm} />
        </div>
      </BlockStack>
    </Page>
  );
}

function Outcome({
  state,
  onAgain,
  onConfirm,
}: {
  readonly state: Import;
  readonly onAgain: (file: File) => void;
  readonly onConfirm: (file: File, seen: string) => void;
}) {
  const t = useTranslations('pairingImport');
  if (state.kind === 'waiting') return null;
  const { file } = state;
  const { name } = file;
  if (state.kind === 'told')
    return state.told.kind === 'faulty' ? (
      <Faults name={name} faults={state.told.faults} count={state.told.faultCount} />
    ) : (
      <Preview name={name} preview={state.told} onConfirm={(seen) => onConfirm(file, seen)} />
    );
  if (state.kind === 'failed')
    return (
      <Banner
        tone="critical"
        title={t('failed.title')}
        action={{ content: t('failed.again'), onAction: () => onAgain(file) }}
      >
        {t('failed.text')}
      </Banner>
    );
  return (
    <Card>
      <InlineStack gap="300" blockAlign="center" wrap={false}>
        <Spinner size="small" />
        <Text as="p">{t(state.kind, { name })}</Text>
      </InlineStack>
    </Card>
  );
}
