import { Badge, BlockStack, Divider, InlineStack, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { SuppressionReview } from '#flows/review-suppression';
import { AnnotatedSection } from '#ui/annotated-section';
import { useFormats } from '#ui/use-formats';
import { ImportList } from './import-list';
import { OnePerson } from './one-person';

export function People({ list, isImportStale }: Pick<SuppressionReview, 'list' | 'isImportStale'>) {
  const t = useTranslations('suppression.people');
  const formats = useFormats();
  const { addresses, domains, newestImportAt } = list;
  return (
    <AnnotatedSection title={t('title')} text={t('text')}>
      <BlockStack gap="400">
        <Text as="p">{t('counts', { addresses, domains })}</Text>
        <InlineStack gap="200" blockAlign="center">
          {newestImportAt === null ? (
            <Text as="p">{t('noImport')}</Text>
          ) : (
            <Badge tone={isImportStale ? 'attention' : 'success'}>
              {t('imported', { date: formats.date(newestImportAt) })}
            </Badge>
          )}
          {isImportStale && <Text as="p">{t('stale')}</Text>}
        </InlineStack>
        <Text as="p" tone="subdued">
          {t('hashes')}
        </Text>
        <Divider />
        <OnePerson />
        <Divider />
        <ImportList />
      </BlockStack>
    </AnnotatedSection>
  );
}
