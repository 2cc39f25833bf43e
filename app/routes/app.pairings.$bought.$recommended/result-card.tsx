import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { PairingResult } from '#flows/ports/pairing-store';
import { useFormats } from '#ui/use-formats';

/** What the e-mails that made this offer have come to; a count, not a proof. */
export function ResultCard({ result }: { readonly result: PairingResult }) {
  const t = useTranslations('pairings.detail.result');
  const { number, percent } = useFormats();
  const ofSent = (count: number) =>
    t('ofSent', { count: number(count), share: percent(count / result.sent, 1) });
  const figures = [
    { title: t('sent'), figure: number(result.sent) },
    { title: t('clicked'), figure: ofSent(result.clicked) },
    { title: t('bought'), figure: ofSent(result.bought) },
  ];
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('title')}
        </Text>
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
