import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { LiftPlan } from '#flows/plan-lift';
import { SimpleTable } from '#ui/simple-table';
import { useFormats } from '#ui/use-formats';

/** How long it takes in this shop until a lift of some size shows. */
export function PlannerCard({
  plan: { plan, isRateKnown, advisedShare },
  share,
}: {
  readonly plan: LiftPlan;
  readonly share: number;
}) {
  const t = useTranslations('reports.planner');
  const { number, percent } = useFormats();
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('title')}
        </Text>
        {plan === null ? (
          <Text as="p" tone="subdued">
            {t('unknown')}
          </Text>
        ) : (
          <>
            <SimpleTable
              caption={t('caption', { share: percent(share, 0) })}
              columns={[
                { title: t('lift') },
                { title: t('customers'), isNumber: true },
                { title: t('days'), isNumber: true },
              ]}
              rows={plan.verdicts.map(({ lift, customers, days }) => ({
                key: String(lift),
                cells: [percent(lift, 0), number(customers), t('about', { days })],
              }))}
            />
            <Text as="p" tone="subdued">
              {t('note', { share: percent(share, 0) })} {!isRateKnown && t('rateUnknown')}
            </Text>
          </>
        )}
        {advisedShare > share && <Text as="p">{t('advice', { share: percent(advisedShare, 0) })}</Text>}
      </BlockStack>
    </Card>
  );
}
