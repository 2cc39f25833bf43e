import { Badge, BlockStack, Button, Card, Divider, InlineStack, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

/** One touch in the list: what it is, when, and in place the fields to change it. */
export function TouchCard({
  number,
  isOn,
  isOpen,
  onToggle,
  name,
  timing,
  about,
  rule,
  children,
}: {
  readonly number: number;
  readonly isOn: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly name: string;
  readonly timing: string;
  readonly about: string;
  readonly rule: string;
  readonly children: ReactNode;
}) {
  const t = useTranslations('sequences');
  return (
    <li style={{ display: 'flex', gap: 12, listStyle: 'none' }}>
      <span aria-hidden="true" style={{ display: 'flex', flexDirection: 'column', alignItems: 'center' }}>
        <span
          style={{
            width: 28,
            height: 28,
            borderRadius: 14,
            border: '1px solid var(--p-color-border-emphasis)',
            background: isOpen ? 'var(--p-color-bg-fill-brand)' : 'var(--p-color-bg-surface)',
            color: isOpen ? 'var(--p-color-text-brand-on-bg-fill)' : 'var(--p-color-text)',
            textAlign: 'center',
            lineHeight: '26px',
          }}
        >
          {number}
        </span>
        <span
          style={{
            flex: 1,
            width: 2,
            background: 'var(--p-color-border)',
            display: number === 3 ? 'none' : undefined,
          }}
        />
      </span>
      <div style={{ flex: 1, minWidth: 0, paddingBottom: 16 }}>
        <Card>
          <BlockStack gap="300">
            <InlineStack gap="200" align="space-between" blockAlign="center">
              <Text as="h3" variant="headingSm">
                {name}
              </Text>
              <InlineStack gap="200" blockAlign="center">
                <Badge tone={isOn ? 'success' : 'attention'}>{isOn ? t('on') : t('paused')}</Badge>
                <Button
                  pressed={isOpen}
                  onClick={onToggle}
                  ariaExpanded={isOpen}
                  accessibilityLabel={`${isOpen ? t('close') : t('edit')}: ${name}`}
                >
                  {isOpen ? t('close') : t('edit')}
                </Button>
              </InlineStack>
            </InlineStack>
            <Text as="p">{timing}</Text>
            <Text as="p" tone="subdued">
              {about}
            </Text>
            <Text as="p" tone="subdued" variant="bodySm">
              {rule}
            </Text>
            {isOpen && (
              <>
                <Divider />
                {children}
              </>
            )}
          </BlockStack>
        </Card>
      </div>
    </li>
  );
}
