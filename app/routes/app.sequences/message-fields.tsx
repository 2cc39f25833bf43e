import { BlockStack, Select, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { MessageKey } from '#core/message/message-texts';
import type { SettingsForm } from '#ui/use-settings-form';
import { BlockList } from './block-list';
import { TextWithTags } from './text-with-tags';

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
      <TextWithTags form={form} messageKey={messageKey} field="subject" />
      <TextWithTags form={form} messageKey={messageKey} field="previewText" />
      <BlockList key={messageKey} form={form} messageKey={messageKey} />
      <Text as="p" tone="subdued">
        {t('footer')}
      </Text>
    </BlockStack>
  );
}
