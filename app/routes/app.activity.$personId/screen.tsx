import { Badge, BlockStack, Card, InlineGrid, Link, Page, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { idNumber } from '#ui/id-number';
import { NowCard, type Now } from './now-card';
import { SuppressButton } from './suppress';
import type { TraceItem } from '#flows/trace-items';
import { Story } from './story';

type Properties = { readonly adminUrl: string; readonly hasOutbox: boolean } & (
  | { readonly kind: 'deleted' }
  | {
      readonly kind: 'found';
      readonly customerId: string | null;
      readonly orderNames: ReadonlyArray<string>;
      readonly items: ReadonlyArray<TraceItem>;
      readonly decisionsLeftOut: number;
      readonly now: Now;
    }
);

const NAMED = 3;

export function TraceScreen(trace: Properties) {
  const t = useTranslations('activity');
  const back = { content: t('title'), url: '/app/activity' };
  if (trace.kind === 'deleted') {
    return (
      <Page title={t('deleted')} backAction={back}>
        <Card>
          <Text as="p">{t('trace.deletedText')}</Text>
        </Card>
      </Page>
    );
  }
  const { customerId, orderNames, items, now, adminUrl, hasOutbox, decisionsLeftOut } = trace;
  const listed = orderNames.slice(-NAMED).join(', ');
  const names =
    orderNames.length > NAMED
      ? t('trace.titleMore', { names: listed, count: orderNames.length - NAMED })
      : listed;
  const customer =
    customerId === null ? t('trace.guest') : t('trace.customer', { number: idNumber(customerId) });
  return (
    <Page
      title={t('trace.title', { count: orderNames.length, names })}
      subtitle={customer}
      titleMetadata={
        <Badge tone={now.running === null ? undefined : 'attention'}>
          {now.running === null ? t('trace.badgeEnded') : t('trace.badgeRunning')}
        </Badge>
      }
      backAction={back}
    >
      <InlineGrid columns={{ xs: 1, md: ['twoThirds', 'oneThird'] }} gap="400" alignItems="start">
        <Card>
          <BlockStack gap="400">
            <Text as="h2" variant="headingMd">
              {t('trace.story')}
            </Text>
            {decisionsLeftOut > 0 && (
              <Text as="p" tone="subdued">
                {t('trace.leftOut', { count: decisionsLeftOut })}
              </Text>
            )}
            <Story items={items} hasOutbox={hasOutbox} />
          </BlockStack>
        </Card>
        <BlockStack gap="400">
          <NowCard now={now} />
          <Card>
            <BlockStack gap="300" inlineAlign="start">
              {customerId !== null && (
                <Link url={`${adminUrl}/customers/${idNumber(customerId)}`} target="_blank">
                  {t('trace.view')}
                </Link>
              )}
              <SuppressButton now={now} />
            </BlockStack>
          </Card>
        </BlockStack>
      </InlineGrid>
    </Page>
  );
}
