import {
  BlockStack,
  Box,
  Button,
  Card,
  Collapsible,
  Icon,
  InlineStack,
  ProgressBar,
  Text,
} from '@shopify/polaris';
import { CheckCircleIcon, ChevronDownIcon, ChevronUpIcon, ClockIcon } from '@shopify/polaris-icons';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Home } from '#flows/load-home';
import type { Wish } from './wish';

const LEADS_TO = {
  history: '/app/activity',
  pairings: '/app/pairings?tab=strong',
  sender: '/app/settings',
  test: '/app/sequences',
  sequence: '/app/sequences',
} as const;

/** Five steps, each ticked by its fact alone; the first open one is unfolded and holds the only primary button. */
export function SetupGuide({ home, wish }: { readonly home: Home; readonly wish: (intent: Wish) => void }) {
  const t = useTranslations('home.guide');
  const [isOpen, setOpen] = useState(true);
  const id = useId();
  const { steps } = home;
  const done = steps.filter(({ isDone }) => isDone).length;
  const current = steps.find(({ isDone }) => !isDone)?.step;
  const progress = t('progress', { done, all: steps.length });
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" wrap={false}>
          <Text as="h2" variant="headingMd">
            {t('title')}
          </Text>
          <InlineStack gap="200" wrap={false}>
            {current === undefined && (
              <Button variant="tertiary" onClick={() => wish('dismiss_guide')}>
                {t('dismiss')}
              </Button>
            )}
            <Button
              variant="tertiary"
              icon={isOpen ? ChevronUpIcon : ChevronDownIcon}
              accessibilityLabel={isOpen ? t('collapse') : t('expand')}
              ariaControls={id}
              ariaExpanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            />
          </InlineStack>
        </InlineStack>
        <InlineStack gap="200" blockAlign="center">
          <Text as="p" tone="subdued" id={`${id}-progress`}>
            {progress}
          </Text>
          <div style={{ width: 140 }}>
            <ProgressBar
              progress={(done / steps.length) * 100}
              size="small"
              tone="primary"
              ariaLabelledBy={`${id}-progress`}
            />
          </div>
        </InlineStack>
        <Collapsible id={id} open={isOpen}>
          <BlockStack gap="100">
            {steps.map(({ step, isDone }) => (
              <Step key={step} step={step} isDone={isDone} isCurrent={step === current} home={home} />
            ))}
            <Box paddingBlockStart="200">
              <Text as="p" tone="subdued">
                {t('advice')}
              </Text>
            </Box>
          </BlockStack>
        </Collapsible>
      </BlockStack>
    </Card>
  );
}

function Step({
  step,
  isDone,
  isCurrent,
  home,
}: Home['steps'][number] & { readonly isCurrent: boolean; readonly home: Home }) {
  const t = useTranslations('home.guide');
  return (
    <Box padding="200" borderRadius="200" {...(isCurrent && { background: 'bg-surface-secondary' as const })}>
      <InlineStack gap="200" wrap={false} blockAlign="start">
        <span>
          <Icon
            source={isDone ? CheckCircleIcon : ClockIcon}
            tone={isDone ? 'success' : 'subdued'}
            accessibilityLabel={isDone ? t('done') : t('open')}
          />
        </span>
        <BlockStack gap="200" inlineAlign="start">
          <Text as="h3" fontWeight={isCurrent ? 'semibold' : 'regular'}>
            {t(step)}
          </Text>
          {isCurrent && (
            <>
              <Text as="p" tone="subdued">
                {step === 'history' && !home.readsAllOrders
                  ? t('historySixtyDays', { count: home.importing?.ordersRead ?? 0 })
                  : t(`${step}Text`, { count: home.importing?.ordersRead ?? 0 })}
              </Text>
              <Button variant="primary" url={LEADS_TO[step]}>
                {t(`${step}Action`)}
              </Button>
            </>
          )}
        </BlockStack>
      </InlineStack>
    </Box>
  );
}
