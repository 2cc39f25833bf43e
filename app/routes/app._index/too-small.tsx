import { BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { Home } from '#flows/load-home';

/** Says plainly, with the shop's own numbers, that Encore is not worthwhile yet (R85). */
export function TooSmall({
  products,
  ordersAMonth,
  fewestProducts,
  fewestOrdersAMonth,
}: NonNullable<Home['tooSmall']>) {
  const t = useTranslations('home.tooSmall');
  return (
    <Card>
      <BlockStack gap="200">
        <Text as="h2" variant="headingMd">
          {t('title')}
        </Text>
        <Text as="p">
          {t('text', {
            products,
            orders: ordersAMonth,
            fewestProducts,
            fewestOrders: fewestOrdersAMonth,
          })}
        </Text>
      </BlockStack>
    </Card>
  );
}
