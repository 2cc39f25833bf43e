import { useAppBridge } from '@shopify/app-bridge-react';
import { BlockStack, Button, Card, DropZone, InlineGrid, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { saveFile } from '#ui/save-file';
import { useFormats } from '#ui/use-formats';
import { EXAMPLE_FILE } from './example-file';

export function ChooseFile({
  onChoose,
  isDisabled,
}: {
  readonly onChoose: (file: File) => void;
  readonly isDisabled: boolean;
}) {
  const t = useTranslations('pairingImport.file');
  const shopify = useAppBridge();
  const saveExample = () => {
    saveFile(new Response(EXAMPLE_FILE), 'pairings-example.csv').catch(() =>
      shopify.toast.show(t('exampleFailed'), { isError: true }),
    );
  };
  return (
    <InlineGrid columns={{ xs: 1, md: ['twoThirds', 'oneThird'] }} gap="400" alignItems="start">
      <Card>
        <BlockStack gap="300" inlineAlign="start">
          <Text as="h2" variant="headingMd">
            {t('title')}
          </Text>
          <Text as="p">{t('text')}</Text>
          <div style={{ width: '100%' }}>
            <DropZone
              label={t('label')}
              labelHidden
              accept=".csv,text/csv,text/plain,text/tab-separated-values"
              type="file"
              allowMultiple={false}
              disabled={isDisabled}
              onDrop={(_all, [file]) => file && onChoose(file)}
            >
              <DropZone.FileUpload actionTitle={t('choose')} />
            </DropZone>
          </div>
          <Text as="p">{t('removes')}</Text>
        </BlockStack>
      </Card>
      <Card>
        <BlockStack gap="300" inlineAlign="start">
          <Columns />
          <Button variant="plain" onClick={saveExample}>
            {t('example')}
          </Button>
        </BlockStack>
      </Card>
    </InlineGrid>
  );
}

function Columns() {
  const t = useTranslations('pairingImport.file');
  const { timeZone: zone } = useFormats();
  const columns = [
    ['table', t('table')],
    ['bought_id, bought, recommended_id, recommended', t('products')],
    ['own_use', t('use')],
    ['starts_at, ends_at', t('dates', { zone })],
    ['note', t('note')],
  ] as const;
  return (
    <BlockStack gap="200">
      <Text as="h2" variant="headingMd">
        {t('columns')}
      </Text>
      {columns.map(([names, meaning]) => (
        <div key={names} style={{ overflowWrap: 'anywhere' }}>
          <Text as="p" fontWeight="medium">
            {names}
          </Text>
          <Text as="p" tone="subdued">
            {meaning}
          </Text>
        </div>
      ))}
    </BlockStack>
  );
}
