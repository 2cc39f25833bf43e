import { BlockStack, Card, Divider, InlineStack, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { Home } from '#flows/load-home';
import { useFormats } from '#ui/use-formats';

/**
 * What is due in the next 24 hours, overdue included; held-out customers are not in it. Where nothing goes out it says
 * why, and promises nothing.
 */
export function NextCard({ next, heldBy }: Pick<Home, 'next' | 'heldBy'>) {
  const t = useTranslations('home.next');
  const { timeZone } = useFormats();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('title')}
        </Text>
        {next.map(({ touchNumber, due, isOn }) => (
          <InlineStack key={touchNumber} align="space-between" gap="200">
            <Text as="p">{t('touch', { touch: touchNumber })}</Text>
            <Text as="p" fontWeight="semibold" {...(heldBy !== null && { tone: 'subdued' as const })}>
              {!isOn
                ? t('off')
                : heldBy === null
                  ? t('due', { count: due })
                  : t('wouldBeDue', { count: due })}
            </Text>
          </InlineStack>
        ))}
        <Divider />
        {heldBy !== null && <Text as="p">{t(`held.${heldBy}`)}</Text>}
        <Text as="p" tone="subdued">
          {heldBy === null ? t('zone', { zone: timeZone }) : t('zoneOnly', { zone: timeZone })}
        </Text>
      </BlockStack>
    </Card>
  );
}
