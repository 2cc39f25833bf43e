import { useAppBridge } from '@shopify/app-bridge-react';
import { BlockStack, Button, Card, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { saveFile } from '#ui/save-file';
import { useFormats } from '#ui/use-formats';
import { EXAMPLE_FILE } from './example-file';

/** What a file may say, with one to start from. */
export function Columns() {
  const t = useTranslations('pairingImport.columns');
  const shopify = useAppBridge();
  const { timeZone: zone } = useFormats();
  const columns = [
    ['table', t('table')],
    ['bought_id, bought, recommended_id, recommended', t('products')],
    ['own_use', t('use')],
    ['starts_at, ends_at', t('dates', { zone })],
    ['note', t('note')],
  ] as const;
  const saveExample = () => {
    saveFile(new Response(EXAMPLE_FILE), 'pairings-example.csv').catch(() =>
      shopify.toast.show(t('exampleFailed'), { isError: true }),
    );
  };
  return (
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <Text as="h2" variant="headingMd">
          {t('title')}
        </Text>
        {columns.map(([names, meaning]) => (
          <div key={names}>
            <Text as="p" fontWeight="medium">
              {names}
            </Text>
            <Text as="p" tone="subdued">
              {meaning}
            </Text>
          </div>
        ))}
        <Button variant="plain" onClick={saveExample}>
          {t('example')}
        </Button>
      </BlockStack>
    </Card>
  );
}
