import { BlockStack, InlineGrid, Page } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { ChooseFile } from './choose-file';
import { Columns } from './columns';
import { Outcome } from './outcome';
import { useImport } from './use-import';

export function ImportScreen() {
  const t = useTranslations('pairingImport');
  const { state, choose, confirm } = useImport();
  return (
    <Page title={t('title')} backAction={{ content: t('back'), url: '/app/pairings' }}>
      <InlineGrid columns={{ xs: 1, md: ['twoThirds', 'oneThird'] }} gap="400" alignItems="start">
        <BlockStack gap="400">
          <ChooseFile onChoose={choose} isDisabled={state.kind === 'importing'} />
          <div aria-live="polite">
            <Outcome state={state} onAgain={choose} onConfirm={confirm} />
          </div>
        </BlockStack>
        <Columns />
      </InlineGrid>
    </Page>
  );
}
