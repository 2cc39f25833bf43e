import { Form } from '@remix-run/react';
import { BlockStack, Box, Button, InlineGrid, InlineStack, Select, TextField } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { TouchNumber } from '#core/sequence/touch';
import { REASONS, type Reason } from '#core/suppression/reasons';
import { ANSWERS, type Answer } from '#flows/ports/activity-store';
import { useReasons } from '#ui/use-reasons';

const TOUCHES = [1, 2, 3] as const;

/** Search, reason, period, touch and what came of it; all live in the address of the page, so that they can be shared and gone back to. */
export function ActivityFilters(filters: {
  readonly tab: string;
  readonly search: string;
  readonly reason: Reason | null;
  readonly touchNumber: TouchNumber | null;
  readonly answer: Answer | null;
  readonly days: number | null;
  readonly periods: ReadonlyArray<number>;
}) {
  const t = useTranslations('activity');
  const reasonWords = useReasons();
  const [search, setSearch] = useState(filters.search);
  const [reason, setReason] = useState<string>(filters.reason ?? '');
  const [touch, setTouch] = useState(filters.touchNumber === null ? '' : String(filters.touchNumber));
  const [answer, setAnswer] = useState<string>(filters.answer ?? '');
  const [days, setDays] = useState(filters.days === null ? '' : String(filters.days));
  const periods = filters.periods.map((period) => ({
    value: String(period),
    label: t('lastDays', { days: period }),
  }));
  const reasons = REASONS.map((value) => ({ value, label: reasonWords(value) }));
  const touches = TOUCHES.map((number) => ({ value: String(number), label: t('touch', { number }) }));
  const answers = ANSWERS.map((value) => ({ value, label: t(`answers.${value}`) }));
  const isFiltered =
    filters.search !== '' ||
    [filters.reason, filters.touchNumber, filters.answer, filters.days].some((filter) => filter !== null);
  return (
    <Form method="get">
      <input type="hidden" name="tab" value={filters.tab} />
      <Box padding="300" borderBlockStartWidth="025" borderBlockEndWidth="025" borderColor="border-secondary">
        <BlockStack gap="200">
          <InlineGrid columns={{ xs: 1, md: 'minmax(0, 2fr) minmax(0, 1fr) minmax(0, 1fr)' }} gap="300">
            <TextField
              label={t('search')}
              helpText={t('searchHelp')}
              name="q"
              value={search}
              onChange={setSearch}
              autoComplete="off"
              connectedRight={<Button submit>{t('searchButton')}</Button>}
            />
            <Select
              label={t('reasonFilter')}
              name="reason"
              value={reason}
              options={[{ value: '', label: t('anyReason') }, ...reasons.toSorted(byLabel)]}
              onChange={setReason}
            />
            <Select
              label={t('periodFilter')}
              name="days"
              value={days}
              options={[{ value: '', label: t('anyTime') }, ...periods]}
              onChange={setDays}
            />
          </InlineGrid>
          <InlineGrid columns={{ xs: 2, md: 4 }} gap="300">
            <Select
              label={t('touchFilter')}
              name="touch"
              value={touch}
              options={[{ value: '', label: t('anyTouch') }, ...touches]}
              onChange={setTouch}
            />
            <Select
              label={t('answerFilter')}
              name="answer"
              value={answer}
              options={[{ value: '', label: t('anyAnswer') }, ...answers]}
              onChange={setAnswer}
            />
          </InlineGrid>
          {isFiltered && (
            <InlineStack>
              <Button variant="plain" url={`/app/activity?tab=${filters.tab}`}>
                {t('clear')}
              </Button>
            </InlineStack>
          )}
        </BlockStack>
      </Box>
    </Form>
  );
}

function byLabel(a: { readonly label: string }, b: { readonly label: string }): number {
  return a.label < b.label ? -1 : 1;
}
