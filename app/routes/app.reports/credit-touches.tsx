import { useSearchParams } from '@remix-run/react';
import { BlockStack, Select } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { CREDIT_MODELS } from '#core/attribution/credit-models';
import type { Report } from '#flows/load-report';
import { SimpleTable } from '#ui/simple-table';
import { useFormats } from '#ui/use-formats';

/** The model, kept in the address, and what it gives to each touch. */
export function CreditTouches({ attributed }: Pick<Report, 'attributed'>) {
  const t = useTranslations('reports.money');
  const { money, number } = useFormats();
  const [query, setQuery] = useSearchParams();
  const choose = (model: string) => {
    const next = new URLSearchParams(query);
    next.set('model', model);
    setQuery(next, { preventScrollReset: true });
  };
  const { model, touches, orders, revenueMinor } = attributed;
  return (
    <BlockStack gap="300">
      <Select
        label={t('model')}
        options={CREDIT_MODELS.map((value) => ({ value, label: t(`models.${value}`) }))}
        value={model}
        onChange={choose}
        helpText={t(`modelText.${model}`)}
      />
      <SimpleTable
        caption={t('touchesCaption', { model: t(`models.${model}`) })}
        columns={[
          { title: t('touchColumn') },
          { title: t('touched'), isNumber: true },
          { title: t('revenue'), isNumber: true },
        ]}
        rows={[
          ...touches.map(({ touchNumber, touched, revenueMinor }) => ({
            key: String(touchNumber),
            cells: [t('touch', { touch: touchNumber }), number(touched), money(revenueMinor)],
          })),
          { key: 'all', cells: [t('allOrders'), number(orders), money(revenueMinor)] },
        ]}
      />
    </BlockStack>
  );
}
