import {
  ActionList,
  BlockStack,
  Button,
  InlineStack,
  Popover,
  Select,
  Text,
  TextField,
} from '@shopify/polaris';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ownLength, tagsOf, type MergeTag } from '#core/message/merge-tags';
import type { MessageKey } from '#core/message/message-texts';
import { MAX_SUBJECT } from '#core/message/touch-texts';
import type { SettingsForm } from '#ui/use-settings-form';
import { BlockOrder } from './block-order';

const TAG_WORDS = {
  'bought.title': 'boughtTitle',
  'offer.title': 'offerTitle',
  'offer.price': 'offerPrice',
  'customer.first_name': 'firstName',
  'shop.name': 'shopName',
  'owned.weeks': 'ownedWeeks',
  'clicked.title': 'clickedTitle',
} as const satisfies Readonly<Record<MergeTag, string>>;

const TEXTS = ['subject', 'previewText', 'headline', 'text', 'buttonLabel'] as const;

/** The words of a touch; where it has two variants, one at a time. */
export function MessageFields({
  form,
  keys,
  messageKey,
  onChoose,
}: {
  readonly form: SettingsForm;
  readonly keys: ReadonlyArray<MessageKey>;
  readonly messageKey: MessageKey;
  readonly onChoose: (key: MessageKey) => void;
}) {
  const t = useTranslations('sequences.message');
  return (
    <BlockStack gap="400">
      {keys.length > 1 && (
        <Select
          label={t('choose')}
          options={keys.map((value) => ({ value, label: t(value) }))}
          value={messageKey}
          onChange={(chosen) => onChoose(keys.find((key) => key === chosen) ?? messageKey)}
        />
      )}
      {TEXTS.map((field) => (
        <TextWithTags key={field} form={form} messageKey={messageKey} field={field} />
      ))}
      <BlockOrder form={form} path={`messages.${messageKey}.blocks`} />
      <Text as="p" tone="subdued">
        {t('footer')}
      </Text>
    </BlockStack>
  );
}

function TextWithTags({
  form,
  messageKey,
  field,
}: {
  readonly form: SettingsForm;
  readonly messageKey: MessageKey;
  readonly field: (typeof TEXTS)[number];
}) {
  const t = useTranslations('sequences.message');
  const [isOpen, setOpen] = useState(false);
  const path = `messages.${messageKey}.${field}`;
  const value = form.value<string>(path);
  const counter = t('subjectHelp', { count: ownLength(value), most: MAX_SUBJECT });
  return (
    <BlockStack gap="100">
      <TextField
        {...form.textField(path)}
        label={t(field)}
        multiline={field === 'text' ? 3 : false}
        helpText={field === 'subject' ? counter : undefined}
      />
      <InlineStack align="end">
        <Popover
          active={isOpen}
          onClose={() => setOpen(false)}
          activator={
            <Button
              size="slim"
              disclosure
              onClick={() => setOpen(!isOpen)}
              accessibilityLabel={t('addTagTo', { field: t(field) })}
            >
              {t('addTag')}
            </Button>
          }
        >
          <ActionList
            items={tagsOf(messageKey).map((tag) => ({
              content: t(`tags.${TAG_WORDS[tag]}`),
              helpText: `{{ ${tag} }}`,
              onAction: () => {
                form.set(path, `${value.trimEnd()} {{ ${tag} }}`.trimStart());
                setOpen(false);
              },
            }))}
          />
        </Popover>
      </InlineStack>
    </BlockStack>
  );
}
