import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import {
  FEWEST_ORDERS_A_MONTH,
  FEWEST_PRODUCTS,
  SIMPLE_MODE_FROM,
  SIMPLE_MODE_UNTIL,
} from '#core/readiness/assess-readiness';
import type { Home } from '#flows/load-home';
import { useFormats } from '#ui/use-formats';

type Review = NonNullable<Home['readiness']>;

/** Says plainly, with the shop's own numbers, what its size and its known history allow (R85). */
export function Readiness({
  readiness,
  isTouchThreeOn,
}: {
  readonly readiness: Review;
  readonly isTouchThreeOn: boolean;
}) {
  const { verdict, shortHistory } = readiness;
  return (
    <>
      {shortHistory && <ShortHistory {...shortHistory} />}
      {verdict === 'too_small' && <TooSmall readiness={readiness} />}
      {verdict === 'simple_mode' && isTouchThreeOn && <SimpleMode readiness={readiness} />}
    </>
  );
}

function TooSmall({ readiness: { products, ordersAMonth, basis } }: { readonly readiness: Review }) {
  const t = useTranslations('home.tooSmall');
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t('title')}
        </Text>
        <Text as="p">
          {t('text', { products, orders: ordersAMonth, basis: basis.kind, count: basis.count })}
        </Text>
        <Text as="p">
          {t('limits', { fewestProducts: FEWEST_PRODUCTS, fewestOrders: FEWEST_ORDERS_A_MONTH })}
        </Text>
        <SimpleModeSteps />
      </BlockStack>
    </Card>
  );
}

function SimpleMode({ readiness: { yearlyMinor, basis } }: { readonly readiness: Review }) {
  const t = useTranslations('home.simpleMode');
  const { money, wholeMoney, currency } = useFormats();
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t('title')}
        </Text>
        <Text as="p">{t('text', { amount: money(yearlyMinor), basis: basis.kind, count: basis.count })}</Text>
        <Text as="p">
          {t('range', {
            from: wholeMoney(SIMPLE_MODE_FROM, 'USD'),
            until: wholeMoney(SIMPLE_MODE_UNTIL, 'USD'),
          })}{' '}
          {currency !== 'USD' && t('unconverted', { currency })}
        </Text>
        <SimpleModeSteps />
      </BlockStack>
    </Card>
  );
}

function SimpleModeSteps() {
  const t = useTranslations('home.simpleMode');
  return (
    <InlineStack gap="200">
      <Button url="/app/sequences">{t('sequence')}</Button>
      <Button url="/app/pairings">{t('pairings')}</Button>
    </InlineStack>
  );
}

function ShortHistory({
  knownFrom,
  windowMonths,
  minimumBuyers,
  minimumSupport,
}: NonNullable<Review['shortHistory']>) {
  const t = useTranslations('home.shortHistory');
  const { date } = useFormats();
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t('title')}
        </Text>
        <Text as="p">{knownFrom === null ? t('nothing') : t('knownFrom', { date: date(knownFrom) })}</Text>
        <Text as="p">
          {t('means', { buyers: minimumBuyers, common: minimumSupport, months: windowMonths })}
        </Text>
        <Text as="p">{t('remedy')}</Text>
        <InlineStack>
          <Button url="/app/pairings">{t('pairings')}</Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
