import { BlockStack, Icon, InlineStack, Link, Text } from '@shopify/polaris';
import {
  CartIcon,
  ClockIcon,
  EmailIcon,
  PersonIcon,
  SettingsIcon,
  ViewIcon,
  XCircleIcon,
} from '@shopify/polaris-icons';
import { useTranslations } from 'use-intl';
import { useFormats } from '#ui/use-formats';
import type { TraceItem } from '#flows/trace-items';
import { useItemHeading } from './use-item-heading';
import { useItemLines } from './use-item-lines';

const ICONS = {
  order: CartIcon,
  entry: PersonIcon,
  event: ViewIcon,
  ended: XCircleIcon,
  suppressed: SettingsIcon,
  failed: XCircleIcon,
  skippedAtEntry: XCircleIcon,
} as const;

/** Everything that happened to a customer, oldest first. */
export function Story({
  items,
  hasOutbox,
}: {
  readonly items: ReadonlyArray<TraceItem>;
  readonly hasOutbox: boolean;
}) {
  const formats = useFormats();
  const headingOf = useItemHeading();
  const linesOf = useItemLines();
  return (
    <ol style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: '1rem' }}>
      {items.map((item) => (
        <li
          key={item.key}
          style={{
            display: 'grid',
            gridTemplateColumns: '1.25rem 1fr',
            gap: '0.5rem',
            minWidth: 0,
            alignItems: 'start',
          }}
        >
          {/* By itself it would stand in the middle of all lines. */}
          <div>
            <Icon {...iconOf(item)} />
          </div>
          <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            <BlockStack gap="050">
              <InlineStack gap="200" blockAlign="baseline">
                <Text as="h3" variant="headingSm">
                  {headingOf(item)}
                </Text>
                <Text as="span" tone="subdued">
                  {formats.dateTime(item.at)}
                </Text>
              </InlineStack>
              {linesOf(item).map((line) => (
                <Text as="p" tone="subdued" key={line}>
                  {line}
                </Text>
              ))}
              <ItemLinks item={item} hasOutbox={hasOutbox} />
            </BlockStack>
          </div>
        </li>
      ))}
    </ol>
  );
}

function ItemLinks({ item, hasOutbox }: { readonly item: TraceItem; readonly hasOutbox: boolean }) {
  const t = useTranslations('activity.trace');
  if (item.kind !== 'entry' && item.kind !== 'decision') return null;
  return (
    <InlineStack gap="300">
      {item.kind === 'decision' && item.verdict === 'send' && hasOutbox && (
        <Link url={`/app/activity/outbox/${encodeURIComponent(item.touchId)}`}>{t('read')}</Link>
      )}
      <Link url={`/app/decisions/${encodeURIComponent(item.decisionId)}`}>{t('why')}</Link>
    </InlineStack>
  );
}

function iconOf(item: TraceItem) {
  if (item.kind !== 'decision') return { source: ICONS[item.kind], tone: 'subdued' as const };
  if (item.verdict === 'send') return { source: EmailIcon, tone: 'success' as const };
  if (item.verdict === 'defer') return { source: ClockIcon, tone: 'caution' as const };
  return { source: item.verdict === 'withhold' ? PersonIcon : XCircleIcon, tone: 'subdued' as const };
}
