import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { useFormats } from '#ui/use-formats';
import type { View } from './view';

/** What the e-mails that made this offer have come to; a count, not a proof. */
export function ResultCard({ view: { result, table } }: { readonly view: View }) {
  const t = useTranslations('pairings.detail.result');
  const { number, percent } = useFormats();
  const ofSent = (count: number) =>
    t('ofSent', { count: number(count), share: percent(count / result.sent, 1) });
  const figures = [
    { title: t('sent'), figure: number(result.sent) },
    { title: t('clicked'), figure: ofSent(result.clicked) },
    { title: t('ordered'), figure: ofSent(result.ordered) },
  ];
  return (
    <Card>
      <BlockStack gap="300">
        <BlockStack gap="050">
          <Text as="h2" variant="headingMd">
            {t('title', { days: result.days })}
          </Text>
          <Text as="p" variant="bodySm" tone="subdued">
            {t(`by.${table}`)}
          </Text>
        </BlockStack>
        {result.sent === 0 ? (
          <Text as="p">{t('none')}</Text>
        ) : (
          <>
            {figures.map(({ title, figure }) => (
              <BlockStack key={title} gap="050">
                <Text as="h3" variant="bodySm" tone="subdued">
                  {title}
                </Text>
                <Text as="p">{figure}</Text>
              </BlockStack>
            ))}
            <Text as="p" variant="bodySm" tone="subdued">
              {t('help')}
            </Text>
          </>
        )}
      </BlockStack>
    </Card>
  );
}
