import { Banner, Card, InlineStack, Spinner, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { Faults } from './faults';
import { Preview } from './preview';
import type { Import } from './use-import';

/** How far the file is: read, told of, imported, or lost on the way. */
export function Outcome({
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
        <Text as="p" breakWord>
          {t(state.kind, { name })}
        </Text>
      </InlineStack>
    </Card>
  );
}
