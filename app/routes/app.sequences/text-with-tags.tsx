import { ActionList, BlockStack, Button, InlineStack, Popover, TextField as Input } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ownLength, tagsOf, type MergeTag } from '#core/message/merge-tags';
import type { MessageKey } from '#core/message/message-texts';
import { MAX_SUBJECT } from '#core/message/touch-texts';
import type { SettingsForm } from '#ui/use-settings-form';

/** The texts of an e-mail in which tags may stand. */
export type TextField = 'subject' | 'previewText' | 'headline' | 'text' | 'buttonLabel';

const TAG_WORDS = {
  'bought.title': 'boughtTitle',
  'offer.title': 'offerTitle',
  'offer.price': 'offerPrice',
  'customer.first_name': 'firstName',
  'shop.name': 'shopName',
  'owned.weeks': 'ownedWeeks',
  'clicked.title': 'clickedTitle',
} as const satisfies Readonly<Record<MergeTag, string>>;

/** One text of an e-mail with a menu of the tags that it knows. */
export function TextWithTags({
  form,
  messageKey,
  field,
}: {
  readonly form: SettingsForm;
  readonly messageKey: MessageKey;
  readonly field: TextField;
}) {
  const t = useTranslations('sequences.message');
  const [isOpen, setOpen] = useState(false);
  const path = `messages.${messageKey}.${field}`;
  const value = form.value<string>(path);
  const counter = t('subjectHelp', { count: ownLength(value), most: MAX_SUBJECT });
  return (
    <BlockStack gap="100">
      <Input
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
