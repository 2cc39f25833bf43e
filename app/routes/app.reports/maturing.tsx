import { BlockStack, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { HorizonView, LiftView } from '#flows/describe-lift';
import { SimpleTable } from '#ui/simple-table';
import { useFormats } from '#ui/use-formats';
import { useSigned } from '#ui/use-signed';

/** The same comparison over windows that fill up sooner, each of those who have finished it. */
export function Maturing({ lift: { shorter } }: { readonly lift: LiftView }) {
  const t = useTranslations('reports.maturing');
  const words = useTranslations('reports.lift');
  const { number } = useFormats();
  const difference = useDifference();
  const finished = shorter.filter(({ analysed }) => analysed.treatment + analysed.holdout > 0);
  if (finished.length === 0) return null;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {t('title')}
      </Text>
      <SimpleTable
        caption={t('caption')}
        columns={[
          { title: t('window') },
          { title: words('emailed'), isNumber: true },
          { title: words('heldOut'), isNumber: true },
          { title: t('difference'), isNumber: true },
        ]}
        rows={finished.map((horizon) => ({
          key: String(horizon.horizonDays),
          cells: [
            t('days', { days: horizon.horizonDays }),
            number(horizon.analysed.treatment),
            number(horizon.analysed.holdout),
            difference(horizon),
          ],
        }))}
      />
      <Text as="p" tone="subdued">
        {t('note')}
      </Text>
    </BlockStack>
  );
}

/** A shorter window has the same minimum as the long one. */
function useDifference(): (horizon: HorizonView) => string {
  const words = useTranslations('reports.lift');
  const t = useTranslations('reports.maturing');
  const signed = useSigned();
  return ({ isShown, revenue, verdict, badge }) => {
    if (verdict.kind === 'too_early' && verdict.reason !== 'no_comparison')
      return t(verdict.reason, { have: verdict.have, need: verdict.need });
    if (!isShown || revenue?.kind !== 'measured' || !revenue.differenceInterval)
      return words(`badge.${badge}`);
    return words('between', {
      difference: signed.money(revenue.difference),
      low: signed.money(revenue.differenceInterval.low),
      high: signed.money(revenue.differenceInterval.high),
    });
  };
}
