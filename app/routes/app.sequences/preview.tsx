import {
  Banner,
  BlockStack,
  Button,
  ButtonGroup,
  Card,
  InlineGrid,
  InlineStack,
  Select,
  Text,
} from '@shopify/polaris';
import { DesktopIcon, MobileIcon, MoonIcon, SunIcon } from '@shopify/polaris-icons';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { MESSAGE_KEYS } from '#core/message/message-texts';
import type { Preview as Answer } from '#flows/preview-touch';
import { EmailFrame } from '#ui/email-frame';
import { useSegmentNames } from '#ui/use-segment-names';
import { PreviewChecks } from './preview-checks';
import { usePreview, type PreviewWish } from './use-preview';

/** The e-mail that a real order would get with what stands in the form, beside the form. */
export function Preview({
  wish,
  onWish,
  samples,
  segments,
}: {
  readonly wish: PreviewWish;
  readonly onWish: (change: Partial<PreviewWish>) => void;
  readonly samples: ReadonlyArray<{ readonly orderId: string; readonly name: string }>;
  readonly segments: ReadonlyArray<{ readonly id: string; readonly name: string | null }>; // in their order
}) {
  const t = useTranslations('sequences.preview');
  const nameOf = useSegmentNames();
  const names = useTranslations('sequences.message');
  const [isPhone, setPhone] = useState(true);
  const [isDark, setDark] = useState(false);
  const { answer, lastShown } = usePreview(wish);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            {t('title')}
          </Text>
          <InlineStack gap="200">
            <ButtonGroup variant="segmented">
              <Button
                icon={MobileIcon}
                pressed={isPhone}
                onClick={() => setPhone(true)}
                accessibilityLabel={t('phone')}
              />
              <Button
                icon={DesktopIcon}
                pressed={!isPhone}
                onClick={() => setPhone(false)}
                accessibilityLabel={t('desktop')}
              />
            </ButtonGroup>
            <ButtonGroup variant="segmented">
              <Button
                icon={SunIcon}
                pressed={!isDark}
                onClick={() => setDark(false)}
                accessibilityLabel={t('light')}
              />
              <Button
                icon={MoonIcon}
                pressed={isDark}
                onClick={() => setDark(true)}
                accessibilityLabel={t('dark')}
              />
            </ButtonGroup>
          </InlineStack>
        </InlineStack>
        <Select
          label={t('which')}
          options={MESSAGE_KEYS.map((value) => ({ value, label: names(value) }))}
          value={wish.messageKey}
          onChange={(chosen) => onWish({ messageKey: MESSAGE_KEYS.find((key) => key === chosen) })}
        />
        <InlineGrid columns={2} gap="200">
          <Select
            label={t('order')}
            options={[
              { value: '', label: t('newest') },
              ...samples.map(({ orderId, name }) => ({ value: orderId, label: name })),
            ]}
            value={wish.orderId ?? ''}
            onChange={(orderId) => onWish({ orderId: orderId === '' ? null : orderId })}
          />
          <Select
            label={t('segment')}
            options={[
              { value: 'customer', label: t('asCustomer') },
              { value: 'none', label: t('none') },
              ...segments.map((segment) => ({ value: segment.id, label: nameOf(segment) })),
            ]}
            value={wish.segments === null ? 'customer' : (wish.segments[0] ?? 'none')}
            onChange={(chosen) =>
              onWish({
                segments: chosen === 'customer' ? null : chosen === 'none' ? [] : [chosen],
              })
            }
          />
        </InlineGrid>
        <Trouble answer={answer} hasSamples={samples.length > 0} asked={wish.orderId} />
        {lastShown !== null && (
          <>
            <Text as="p" tone="subdued">
              {t('shownFor', { name: lastShown.order.name, subject: lastShown.subject })}
            </Text>
            <EmailFrame html={lastShown.html} isPhone={isPhone} isDark={isDark} title={t('frame')} />
            <Text as="h3" variant="headingSm">
              {t('checks')}
            </Text>
            <PreviewChecks checks={lastShown.checks} />
          </>
        )}
      </BlockStack>
    </Card>
  );
}

/** Why nothing, or another order than the chosen one, is shown. */
function Trouble({
  answer,
  hasSamples,
  asked,
}: {
  readonly answer: Answer | undefined;
  readonly hasSamples: boolean;
  readonly asked: string | null;
}) {
  const t = useTranslations('sequences.preview');
  if (!hasSamples)
    return (
      <Banner tone="info" title={t('noOrdersTitle')}>
        {t('noOrders')}
      </Banner>
    );
  if (answer === undefined) return <Text as="p">{t('loading')}</Text>;
  if (answer.kind === 'failed')
    return <Banner tone="critical">{t('failed', { problem: answer.problem })}</Banner>;
  if (answer.kind === 'refused')
    return <Banner tone="warning">{t('refused', { problem: answer.faults[0]?.problem ?? '' })}</Banner>;
  const passed = answer.passedOver.find(({ orderId }) => orderId === asked);
  const words =
    passed && t('passedOver', { name: passed.name, reason: t(`reasons.${knownReason(passed.reason)}`) });
  if (answer.kind === 'nothing') return <Banner tone="warning">{words ?? t('nothing')}</Banner>;
  return words ? <Banner tone="info">{words}</Banner> : null;
}

function knownReason(reason: string) {
  const known = ['no_candidate', 'one_time_product', 'not_this_message', 'not_readable'] as const;
  return known.find((name) => name === reason) ?? 'no_candidate';
}
