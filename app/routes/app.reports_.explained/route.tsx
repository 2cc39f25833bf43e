import type { LoaderFunctionArgs } from '@remix-run/node';
import { BlockStack, Card, List, Page, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { explained } from '#messages/explained';
import { web } from '../../web.server';

const METRICS = [
  'orderValue', 'revenuePerCustomer', 'cappedRevenuePerCustomer', 'laterOrderValue', 'repeatRate', 'offerBought',
] as const; // prettier-ignore

export const loader = async ({ request }: LoaderFunctionArgs) => {
  await web().requireShop(request);
  return null;
};

export const handle = { words: { explained } };

export default function ExplainedPage() {
  const t = useTranslations('explained');
  return (
    <Page title={t('title')} backAction={{ content: t('back'), url: '/app/reports' }}>
      <Card>
        <BlockStack gap="500">
          {(['groups', 'window', 'verdict', 'intervals'] as const).map((part) => (
            <Part key={part} title={t(`${part}.title`)}>
              <Text as="p">{t(`${part}.text`)}</Text>
            </Part>
          ))}
          <Part title={t('metrics.title')}>
            <List>
              {METRICS.map((metric) => (
                <List.Item key={metric}>{t(`metrics.${metric}`)}</List.Item>
              ))}
            </List>
          </Part>
          {(['money', 'shares', 'check'] as const).map((part) => (
            <Part key={part} title={t(`${part}.title`)}>
              <Text as="p">{t(`${part}.text`)}</Text>
            </Part>
          ))}
        </BlockStack>
      </Card>
    </Page>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <BlockStack gap="200">
      <Text as="h2" variant="headingMd">
        {title}
      </Text>
      {children}
    </BlockStack>
  );
}
