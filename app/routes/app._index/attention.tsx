import { BlockStack, Box, Button, Card, Divider, Icon, InlineStack, Text } from '@shopify/polaris';
import { AlertTriangleIcon, InfoIcon } from '@shopify/polaris-icons';
import { useTranslations } from 'use-intl';
import type { Attention } from '#flows/find-attention';
import { useFormats } from '#ui/use-formats';

const LEADS_TO = {
  unreported: '/app/settings/sending',
  out_of_stock: '/app/pairings?tab=strong',
  split: '/app/reports',
  harm: '/app/reports',
  complaints: '/app/suppression',
  bounces: '/app/suppression',
  unsubscribes: '/app/suppression',
  data_requests: '/app/settings#data',
  unsigned_claims: '/app/settings#claims',
  ambiguous: '/app/activity?tab=failed',
  dead_webhooks: '/app/activity',
  touch_paused: '/app/sequences',
  stale_pairings: '/app/pairings',
} as const;

const TONES = {
  unreported: 'critical',
  out_of_stock: 'critical',
  split: 'critical',
  harm: 'critical',
  complaints: 'critical',
  bounces: 'critical',
  unsubscribes: 'caution',
  data_requests: 'critical',
  unsigned_claims: 'caution',
  ambiguous: 'caution',
  dead_webhooks: 'caution',
  touch_paused: 'info',
  stale_pairings: 'info',
} as const;

export function AttentionCard({ attention }: { readonly attention: ReadonlyArray<Attention> }) {
  const t = useTranslations('home.attention');
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {t('title')}
        </Text>
        {attention.length === 0 && (
          <Text as="p" tone="subdued">
            {t('nothing')}
          </Text>
        )}
        {attention.map((item, at) => (
          <BlockStack gap="300" key={item.kind === 'touch_paused' ? `touch ${item.touchNumber}` : item.kind}>
            {at > 0 && <Divider />}
            <Item item={item} />
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}

function Item({ item }: { readonly item: Attention }) {
  const t = useTranslations('home.attention');
  const { title, text } = useWords(item);
  const tone = TONES[item.kind];
  return (
    <InlineStack align="space-between" blockAlign="center" gap="300">
      <InlineStack gap="200" wrap={false} blockAlign="start">
        <span>
          <Icon source={tone === 'info' ? InfoIcon : AlertTriangleIcon} tone={tone} />
        </span>
        <Box>
          <Text as="h3">{title}</Text>
          <Text as="p" tone="subdued">
            {text}
          </Text>
        </Box>
      </InlineStack>
      <Button url={LEADS_TO[item.kind]}>{t(`${item.kind}_action`)}</Button>
    </InlineStack>
  );
}

function useWords(item: Attention): { readonly title: string; readonly text: string } {
  const t = useTranslations('home.attention');
  const { date, percent } = useFormats();
  switch (item.kind) {
    case 'unreported':
      return { title: t('unreported'), text: t('unreported_text') };
    case 'out_of_stock':
      return { title: t('out_of_stock', { count: item.pairs }), text: item.titles.join(', ') };
    case 'split':
      return { title: t('split'), text: t('split_text') };
    case 'harm':
      return { title: t('harm', { atLeast: percent(item.atLeast) }), text: t('harm_text') };
    case 'complaints':
    case 'bounces':
    case 'unsubscribes':
      return {
        title: t(item.kind, { rate: percent(item.rate, 2) }),
        text: t(`${item.kind}_text`, { count: item.count }),
      };
    case 'data_requests':
      return {
        title: t('data_requests', { count: item.count }),
        text: t('data_requests_text', { date: date(item.answerBy) }),
      };
    case 'unsigned_claims':
    case 'ambiguous':
    case 'dead_webhooks':
      return { title: t(item.kind, { count: item.count }), text: t(`${item.kind}_text`) };
    case 'touch_paused':
      return {
        title: t('touch_paused', { touch: item.touchNumber }),
        text: t('touch_paused_text', { count: item.due }),
      };
    case 'stale_pairings':
      return { title: t('stale_pairings', { date: date(item.minedAt) }), text: t('stale_pairings_text') };
  }
}
