import { Banner, BlockStack, Button, Card, InlineGrid, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { ImportAnswer, ImportPreview } from '#flows/import-pairings';
import { useFormats } from '#ui/use-formats';

/** What a file would change, with the button that does it. */
export function Preview({
  name,
  preview,
  onConfirm,
}: {
  readonly name: string;
  readonly preview: Extract<ImportPreview | ImportAnswer, { readonly kind: 'readable' | 'moved' }>;
  readonly onConfirm: (seen: string) => void;
}) {
  const t = useTranslations('pairingImport.preview');
  const { number } = useFormats();
  const { kind, fresh, changed, unchanged, repeated, wordless, fingerprint } = preview;
  const count = fresh + changed;
  const figures = [
    { title: t('fresh'), figure: fresh },
    { title: t('changed'), figure: changed },
    { title: t('unchanged'), figure: unchanged },
  ];
  return (
    <BlockStack gap="400">
      {kind === 'moved' && <Banner tone="warning">{t('moved')}</Banner>}
      <Card>
        <BlockStack gap="400" inlineAlign="start">
          <Text as="h2" variant="headingMd" breakWord>
            {t('title', { name })}
          </Text>
          <div style={{ width: '100%' }}>
            <InlineGrid columns={3} gap="400">
              {figures.map(({ title, figure }) => (
                <BlockStack key={title} gap="100">
                  <Text as="h3" variant="bodySm" tone="subdued">
                    {title}
                  </Text>
                  <Text as="p" variant="headingLg">
                    {number(figure)}
                  </Text>
                </BlockStack>
              ))}
            </InlineGrid>
          </div>
          {wordless > 0 && <Text as="p">{t('wordless', { count: wordless })}</Text>}
          {repeated > 0 && <Text as="p">{t('repeated', { count: repeated })}</Text>}
          {count === 0 ? (
            <Text as="p">{unchanged === 0 ? t('none') : t('nothing')}</Text>
          ) : (
            <Button variant="primary" onClick={() => onConfirm(fingerprint)}>
              {t('confirm', { count })}
            </Button>
          )}
        </BlockStack>
      </Card>
    </BlockStack>
  );
}
