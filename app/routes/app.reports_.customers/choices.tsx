import { useSearchParams } from '@remix-run/react';
import { Box, InlineStack, Select } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { CustomersChoice } from '#flows/list-customers';

const WHO = ['enrolled', 'finished', 'buyers', 'offered'] as const;
const ARMS = ['', 'treatment', 'holdout'] as const;
const DAYS = ['90', '60', '30', '14', '7'] as const;

/** Which customers are listed, kept in the address. */
export function CustomerChoices({ choice }: { readonly choice: CustomersChoice }) {
  const t = useTranslations('customers');
  const [asked, ask] = useSearchParams();
  const choose = (name: 'who' | 'arm' | 'days') => (value: string) => {
    const next = new URLSearchParams(asked);
    next.delete('cursor');
    if (value === '') next.delete(name);
    else next.set(name, value);
    ask(next);
  };
  return (
    <Box paddingInline={{ xs: '400', sm: '0' }}>
      <InlineStack gap="200">
        <Select
          label={t('who.label')}
          labelInline
          options={WHO.map((value) => ({ value, label: t(`who.${value}`) }))}
          value={choice.who}
          onChange={choose('who')}
        />
        <Select
          label={t('arm.label')}
          labelInline
          options={ARMS.map((value) => ({ value, label: t(`arm.${value === '' ? 'both' : value}`) }))}
          value={choice.arm ?? ''}
          onChange={choose('arm')}
        />
        <Select
          label={t('days.label')}
          labelInline
          options={DAYS.map((value) => ({ value, label: t('days.option', { days: Number(value) }) }))}
          value={String(choice.horizonDays)}
          onChange={choose('days')}
        />
      </InlineStack>
    </Box>
  );
}
