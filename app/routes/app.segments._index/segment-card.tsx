import { BlockStack, Card, Checkbox, InlineStack, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { SettingsForm } from '#ui/use-settings-form';

/** One segment: what it changes, how many it holds, on or off, and its numbers. */
export function SegmentCard({
  form,
  segment,
  size,
  children,
}: {
  readonly form: SettingsForm;
  readonly segment: 'loyalty' | 'highAov' | 'repeat' | 'firstTime';
  readonly size: string;
  readonly children?: ReactNode;
}) {
  const t = useTranslations('segments');
  const path = `segments.${segment}.isOn`;
  return (
    <li style={{ listStyle: 'none', paddingBottom: 16 }}>
      <Card>
        <BlockStack gap="300">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingMd">
              {t(`${segment}.name`)}
            </Text>
            <Checkbox
              label={t('isOn')}
              checked={form.value<boolean>(path)}
              onChange={(isOn) => form.set(path, isOn)}
            />
          </InlineStack>
          <Text as="p">{t(`${segment}.changes`)}</Text>
          <Text as="p" tone="subdued">
            {size}
          </Text>
          {children}
        </BlockStack>
      </Card>
    </li>
  );
}
