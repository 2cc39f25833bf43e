import { BlockStack, Card, Divider, InlineStack, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { Home } from '#flows/load-home';
import { useFormats } from '#ui/use-formats';

/** What is due in the next 24 hours, overdue included; held-out customers are not in it. */
export function NextCard({ next }: Pick<Home, 'next'>) {
  const t = useTranslations('home.next');
  const { timeZone } = useFormats();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('title')}
        </Text>
        {next.map(({ touchNumber, due, isOn }) => (
          <InlineStack key={touchNumber} align="space-between">
            <Text as="p">{t('touch', { touch: touchNumber })}</Text>
            <Text as="p" fontWeight="semibold">
              {isOn ? t('due', { count: due }) : t('off')}
            </Text>
          </InlineStack>
        ))}
        <Divider />
        <Text as="p" tone="subdued">
          {t('zone', { zone: timeZone })}
        </Text>
      </BlockStack>
    </Card>
  );
}
