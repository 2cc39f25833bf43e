import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { Report } from '#flows/load-report';
import { SimpleTable } from '#ui/simple-table';
import { useFormats } from '#ui/use-formats';

const STEPS = ['orders', 'enrolled', 'enrolledEmailed', 'planned', 'sent', 'clicked', 'bought'] as const;

export function FunnelCard({ funnel, suppressed }: Pick<Report, 'funnel' | 'suppressed'>) {
  const t = useTranslations('reports.funnel');
  const all = useTranslations('reports');
  const { number } = useFormats();
  const count = (value: number | null) => (value === null ? t('unknown') : number(value));
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('title')}
        </Text>
        <SimpleTable
          caption={t('caption')}
          columns={[{ title: t('step') }, { title: t('count'), isNumber: true }]}
          rows={[
            ...STEPS.map((step) => ({ key: step, cells: [t(step), count(funnel[step])] })),
            { key: 'suppressed', cells: [all('suppressed'), number(suppressed)] },
          ]}
        />
        <Text as="p" tone="subdued">
          {t('note')}
        </Text>
      </BlockStack>
    </Card>
  );
}
