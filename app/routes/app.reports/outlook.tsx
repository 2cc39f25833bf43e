import { BlockStack, Box, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { PLANNED_LIFT } from '#core/lift/planned-lift';
import type { LiftOutlook } from '#flows/report-lift';
import { useFormats } from '#ui/use-formats';

/** What can be said before a verdict may be given. */
export function Outlook({ outlook }: { readonly outlook: LiftOutlook | null }) {
  const t = useTranslations('reports.lift');
  const { date, percent } = useFormats();
  return (
    <Box background="bg-surface-secondary" padding="300" borderRadius="200">
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          {t('soFar')}
        </Text>
        {outlook === null && <Text as="p">{t('soFarNothing')}</Text>}
        {outlook !== null && outlook.visibleLift !== null && (
          <Text as="p">
            {t('visible', { days: outlook.horizonDays, lift: percent(outlook.visibleLift, 0) })}
          </Text>
        )}
        {outlook !== null && outlook.customersNeeded !== null && (
          <Text as="p">
            {t('needed', { lift: percent(PLANNED_LIFT, 0), count: outlook.customersNeeded })}
          </Text>
        )}
        {outlook !== null && (
          <Text as="p">
            {outlook.expectedAt === null
              ? t('expectedUnknown')
              : t('expected', { date: date(outlook.expectedAt) })}
          </Text>
        )}
      </BlockStack>
    </Box>
  );
}
