import { Box, Button, InlineStack, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { ReportChoice } from '#flows/report-choice';
import { reportQuery } from '#ui/report-query';
import { useFormats } from '#ui/use-formats';

/** On to older orders or back to newer ones, of the same report. */
export function CreditedPages(pages: {
  readonly choice: ReportChoice;
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly shown: number;
}) {
  const { choice, total, page, pageSize, shown } = pages;
  const t = useTranslations('reports.credited');
  const { number } = useFormats();
  if (total <= pageSize && page === 1) return null;
  const from = (page - 1) * pageSize + 1;
  const to = from + shown - 1;
  const address = (to: number) => {
    const query = reportQuery(choice);
    query.set('page', String(to));
    return `/app/reports/credited?${query.toString()}`;
  };
  return (
    <Box padding="300">
      <nav aria-label={t('pages')}>
        <InlineStack gap="200" blockAlign="center">
          {page > 1 && <Button url={address(shown === 0 ? 1 : page - 1)}>{t('newer')}</Button>}
          {shown > 0 && to < total && <Button url={address(page + 1)}>{t('older')}</Button>}
          {shown > 0 && (
            <Text as="span" tone="subdued">
              {t('range', { from: number(from), to: number(to), total: number(total) })}
            </Text>
          )}
        </InlineStack>
      </nav>
    </Box>
  );
}
