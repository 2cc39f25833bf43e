import { Button, InlineStack, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { AnnotatedSection } from '#ui/annotated-section';
import type { SettingsScreenProperties } from './section-properties';

export function SendingSummary({ sending }: Pick<SettingsScreenProperties, 'sending'>) {
  const t = useTranslations('settings.sending');
  const { isChosen, kind, sender } = sending;
  return (
    <AnnotatedSection title={t('title')} text={t('text')}>
      <InlineStack align="space-between" blockAlign="center" gap="200">
        <Text as="p">
          {isChosen ? t('summary', { kind, sender: sender ?? '' }) : t('byDefault', { kind })}
        </Text>
        <Button url="/app/settings/sending">{t('change')}</Button>
      </InlineStack>
    </AnnotatedSection>
  );
}
