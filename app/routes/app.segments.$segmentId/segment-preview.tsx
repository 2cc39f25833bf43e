import { Banner, BlockStack, Card, InlineGrid, Select, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { MESSAGE_KEYS, type MessageKey } from '#core/message/message-texts';
import type { OwnSegment } from '#core/segments/own-segment';
import type { Preview } from '#flows/preview-touch';
import { EmailFrame } from '#ui/email-frame';
import { usePreview } from '../app.sequences/use-preview';

/** The same e-mail twice: as the sequence has it, and as this segment makes it with what stands in the form. */
export function SegmentPreview({
  id,
  values,
}: {
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>; // changed and not saved
}) {
  const t = useTranslations('segments.page');
  const messages = useTranslations('sequences.message');
  const [messageKey, setMessageKey] = useState<MessageKey>('one');
  const shown = asIfMatched(id, values);
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          {t('preview')}
        </Text>
        <Select
          label={t('message')}
          options={MESSAGE_KEYS.map((value) => ({ value, label: messages(value) }))}
          value={messageKey}
          onChange={(chosen) => setMessageKey(MESSAGE_KEYS.find((key) => key === chosen) ?? messageKey)}
        />
        <InlineGrid columns={{ xs: 1, md: 2 }} gap="400">
          <Side title={t('withoutIt')} messageKey={messageKey} segments={[]} values={shown} />
          <Side title={t('withIt')} messageKey={messageKey} segments={[id]} values={shown} />
        </InlineGrid>
      </BlockStack>
    </Card>
  );
}

/** Who is in a segment does not matter to how its e-mail looks: a rule that is not finished keeps nothing from being shown. */
function asIfMatched(id: string, values: Readonly<Record<string, unknown>>) {
  const own = values['segments.own'];
  if (!Array.isArray(own)) return values;
  const anybody = [{ fact: 'order_count', is: 'at_least', value: 1 }];
  return {
    ...values,
    'segments.own': own.map((segment: OwnSegment) =>
      segment.id === id ? { ...segment, name: segment.id, conditions: anybody } : segment,
    ),
  };
}

function Side({
  title,
  ...wish
}: {
  readonly title: string;
  readonly messageKey: MessageKey;
  readonly segments: ReadonlyArray<string>;
  readonly values: Readonly<Record<string, unknown>>;
}) {
  const t = useTranslations('segments.page');
  const { answer, lastShown } = usePreview({ ...wish, orderId: null });
  const trouble = useTrouble(answer);
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {title}
      </Text>
      {trouble !== null && <Banner tone="info">{trouble}</Banner>}
      {lastShown !== null && (
        <>
          <Text as="p">{t('subjectOf', { subject: lastShown.subject })}</Text>
          <EmailFrame html={lastShown.html} isPhone isDark={false} title={title} />
        </>
      )}
    </BlockStack>
  );
}

/** Why no e-mail, or an older one, is shown; null when there is nothing to say. */
function useTrouble(answer: Preview | undefined): string | null {
  const t = useTranslations('sequences.preview');
  if (answer === undefined) return t('loading');
  if (answer.kind === 'shown') return null;
  if (answer.kind === 'failed') return t('failed', { problem: answer.problem });
  if (answer.kind === 'refused') return t('refused', { problem: answer.faults[0]?.problem ?? '' });
  return t('nothing');
}
