import { useSearchParams } from '@remix-run/react';
import { TitleBar, useAppBridge } from '@shopify/app-bridge-react';
import { BlockStack, Box, Card, EmptyState, Page, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { Customers, CustomersChoice } from '#flows/list-customers';
import { OlderPages } from '#ui/older-pages';
import { reportQuery } from '#ui/report-query';
import { saveFile } from '#ui/save-file';
import { useFormats } from '#ui/use-formats';
import { CustomerChoices } from './choices';
import { CustomerRows } from './rows';
import { Totals } from './totals';

type Properties = Customers & { readonly choice: CustomersChoice; readonly cursor: string | null };

export function CustomersScreen({ rows, totals, older, choice, cursor }: Properties) {
  const t = useTranslations('customers');
  const { timeZone } = useFormats();
  const [asked] = useSearchParams();
  const exportCsv = useExport(asked);
  return (
    <Page
      fullWidth
      title={t('title')}
      subtitle={t('subtitle', { days: choice.horizonDays })}
      backAction={{ content: t('back'), url: `/app/reports?${reportQuery(choice).toString()}` }}
    >
      <TitleBar title={t('title')}>
        <button onClick={() => void exportCsv()}>{t('export')}</button>
      </TitleBar>
      <BlockStack gap="400">
        <CustomerChoices choice={choice} />
        <Totals totals={totals} />
        <Card padding="0">
          {rows.length > 0 ? (
            <CustomerRows rows={rows} />
          ) : (
            <EmptyState heading={t('noneTitle')} image="">
              <p>{t('noneText')}</p>
            </EmptyState>
          )}
          <OlderPages
            path="/app/reports/customers"
            {...{ asked, cursor, older }}
            words={{ label: t('pages'), newest: t('newest'), older: t('older') }}
          />
        </Card>
        <Box paddingInline={{ xs: '400', sm: '0' }}>
          <Text as="p" tone="subdued">
            {t('zone', { zone: timeZone })}
          </Text>
        </Box>
      </BlockStack>
    </Page>
  );
}

function useExport(asked: URLSearchParams) {
  const shopify = useAppBridge();
  const t = useTranslations('customers');
  return async () => {
    const answer = await fetch(`/app/reports/customers/export?${asked.toString()}`);
    if (answer.ok) await saveFile(answer, 'encore-customers.csv');
    else shopify.toast.show(t('exportFailed'), { isError: true });
  };
}
