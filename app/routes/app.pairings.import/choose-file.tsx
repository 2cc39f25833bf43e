import { BlockStack, Card, DropZone, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';

export function ChooseFile({
  onChoose,
  isDisabled,
}: {
  readonly onChoose: (file: File) => void;
  readonly isDisabled: boolean;
}) {
  const t = useTranslations('pairingImport.file');
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('title')}
        </Text>
        <Text as="p">{t('text')}</Text>
        <DropZone
          label={t('label')}
          labelHidden
          accept=".csv,text/csv,text/plain,text/tab-separated-values"
          type="file"
          allowMultiple={false}
          disabled={isDisabled}
          onDrop={([file]) => file && onChoose(file)} // whatever its kind: the answer says what is wrong with it
        >
          <DropZone.FileUpload actionTitle={t('choose')} />
        </DropZone>
        <Text as="p">{t('removes')}</Text>
      </BlockStack>
    </Card>
  );
}
