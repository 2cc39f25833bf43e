import { BlockStack, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { LiftView } from '#flows/describe-lift';
import { useFormats } from '#ui/use-formats';

/** What a careful reader asks of the figures above. */
export function LiftNotes({ lift }: { readonly lift: LiftView }) {
  const t = useTranslations('reports.notes');
  const { number, percent, date } = useFormats();
  const words = useTranslations('reports.lift');
  const names = lift.beyondChance.map((metric) => words(metric)).join(', ');
  const notes = [
    lift.isShown ? t('holm', { count: lift.beyondChance.length, names }) : null,
    lift.periods > 1 ? t('periods', { count: lift.periods }) : null,
    lift.peopleOfBothArms > 0 ? t('bothArms', { count: lift.peopleOfBothArms }) : null,
    lift.reachedHeldOut > 0 ? t('reached', { count: lift.reachedHeldOut, of: lift.analysed.holdout }) : null,
    ...lift.otherCurrencies.map(({ lastAt, ...left }) => t('otherCurrency', { ...left, date: date(lastAt) })),
    lift.orderValuePValue !== null
      ? t('permutation', { chance: percent(lift.orderValuePValue), draws: number(2000) })
      : null,
  ].filter((note) => note !== null);
  if (notes.length === 0) return null;
  return (
    <BlockStack gap="100">
      {notes.map((note) => (
        <Text as="p" tone="subdued" key={note}>
          {note}
        </Text>
      ))}
    </BlockStack>
  );
}
