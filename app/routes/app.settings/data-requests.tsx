import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { DataRequest } from '#flows/ports/privacy-store';
import { idNumber } from '#ui/id-number';
import { useFormats } from '#ui/use-formats';

/** Customers who asked, through Shopify, what is kept about them; an export answers it. */
export function DataRequests({
  requests,
  isBusy,
  onExport,
}: {
  readonly requests: ReadonlyArray<DataRequest>;
  readonly isBusy: boolean;
  readonly onExport: (number: string) => void;
}) {
  const t = useTranslations('settings.data');
  const { date } = useFormats();
  if (requests.length === 0) return null;
  return (
    <BlockStack gap="200">
      {requests.map(({ customerId, requestedAt }) => {
        const number = idNumber(customerId);
        return (
          <InlineStack key={customerId} align="space-between" blockAlign="center" gap="200">
            <Text as="p">{t('asked', { number, date: date(requestedAt) })}</Text>
            <Button
              disabled={isBusy}
              accessibilityLabel={t('exportOf', { number })}
              onClick={() => onExport(number)}
            >
              {t('export')}
            </Button>
          </InlineStack>
        );
      })}
    </BlockStack>
  );
}
