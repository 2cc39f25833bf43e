import { useSearchParams } from '@remix-run/react';
import { BlockStack, Box, Card, EmptyState, Page, Tabs, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { TouchNumber } from '#core/sequence/touch';
import type { Reason } from '#core/suppression/reasons';
import type { Answer } from '#flows/ports/activity-store';
import { OlderPages } from '#ui/older-pages';
import { useFormats } from '#ui/use-formats';
import { ActivityFilters } from './filters';
import { ActivityRows, type Row } from './rows';

type Tab = 'all' | Row['outcome'];

type Properties = {
  readonly tab: Tab;
  readonly tabs: ReadonlyArray<Tab>;
  readonly reason: Reason | null;
  readonly touchNumber: TouchNumber | null;
  readonly answer: Answer | null;
  readonly days: number | null;
  readonly periods: ReadonlyArray<number>; // days to choose from
  readonly search: string;
  readonly cursor: string | null;
  readonly rows: ReadonlyArray<Row>;
  readonly older: string | null;
  readonly counts: Readonly<Record<Tab, number>>;
  readonly mostCounted: number;
};

export function ActivityScreen(activity: Properties) {
  const { tab, tabs, reason, touchNumber, answer, days, periods, search } = activity;
  const { cursor, rows, older, counts, mostCounted } = activity;
  const t = useTranslations('activity');
  const formats = useFormats();
  const [asked, ask] = useSearchParams();
  const isFiltered =
    search.trim() !== '' || [reason, touchNumber, answer, days].some((filter) => filter !== null);
  const counted = (count: number) =>
    count > mostCounted ? t('atLeast', { count: formats.number(mostCounted) }) : formats.number(count);
  const choose = (at: number) =>
    ask((before) => {
      const next = new URLSearchParams(before);
      next.set('tab', tabs[at] ?? 'all');
      next.delete('cursor');
      return next;
    });
  return (
    <Page
      fullWidth
      title={t('title')}
      subtitle={t('subtitle')}
      secondaryActions={[{ content: t('openOutbox'), url: '/app/activity/outbox' }]}
    >
      <BlockStack gap="200">
        <Card padding="0">
          <Tabs
            tabs={tabs.map((name) => ({
              id: `activity-${name}`,
              content: t(`tabs.${name}`, { count: counted(counts[name]) }),
            }))}
            selected={tabs.indexOf(tab)}
            onSelect={choose}
          />
          <ActivityFilters
            key={`${search} ${reason} ${touchNumber} ${answer} ${days}`}
            {...{ tab, search, reason, touchNumber, answer, days, periods }}
          />
          {rows.length > 0 && <ActivityRows rows={rows} />}
          {rows.length === 0 && (isFiltered || tab !== 'all' || cursor !== null) && (
            <EmptyState heading={t('noneTitle')} image="">
              <p>{t('noneText')}</p>
            </EmptyState>
          )}
          {rows.length === 0 && !isFiltered && tab === 'all' && cursor === null && (
            <EmptyState
              heading={t('emptyTitle')}
              image=""
              action={{ content: t('emptyAction'), url: '/app/sequences' }}
            >
              <p>{t('emptyText')}</p>
            </EmptyState>
          )}
          <OlderPages
            path="/app/activity"
            {...{ asked, cursor, older }}
            words={{ label: t('pages'), newest: t('newest'), older: t('older') }}
          />
        </Card>
        <Box paddingInline={{ xs: '400', sm: '0' }}>
          <Text as="p" tone="subdued">
            {t('zone', { zone: formats.timeZone })}
          </Text>
        </Box>
      </BlockStack>
    </Page>
  );
}
