import { BlockStack, Box, Button, InlineStack, Text, TextField } from '@shopify/polaris';
import { ArrowDownIcon, ArrowUpIcon, DeleteIcon } from '@shopify/polaris-icons';
import { useTranslations } from 'use-intl';
import type { Block, MessageKey } from '#core/message/message-texts';
import { useFormats } from '#ui/use-formats';
import type { SettingsForm } from '#ui/use-settings-form';
import { TextWithTags, type TextField as Field } from './text-with-tags';

/** What can be written about a block; the others say what the shop's own data says. */
export const TEXT_OF_BLOCK: Readonly<Partial<Record<Block, Field | 'urgencyEndsAt'>>> = {
  headline: 'headline',
  text: 'text',
  button: 'buttonLabel',
  urgency: 'urgencyEndsAt',
};

/** One block: what it is, its buttons, and its text while it is edited. */
export function BlockRow({
  form,
  messageKey,
  block,
  isFirst,
  isLast,
  isOpen,
  onToggle,
  onMove,
  onRemove,
}: {
  readonly form: SettingsForm;
  readonly messageKey: MessageKey;
  readonly block: Block;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}) {
  const t = useTranslations('sequences.message');
  const { timeZone } = useFormats();
  const field = TEXT_OF_BLOCK[block];
  const name = t(`block.${block}`);
  const path = `messages.${messageKey}.${field ?? ''}`;
  const says = field === undefined ? t(`shows.${block}`) : (form.value<string | null>(path) ?? t('noEnd'));
  return (
    <Box padding="200" borderBlockStartWidth={isFirst ? '0' : '025'} borderColor="border">
      <BlockStack gap="200">
        <div
          style={{
            display: 'grid',
            gridTemplateColumns: 'minmax(0, 1fr) auto',
            gap: 8,
            alignItems: 'center',
          }}
        >
          <BlockStack>
            <Text as="span">{name}</Text>
            <Text as="span" tone="subdued" variant="bodySm" truncate>
              {field === 'urgencyEndsAt' ? says.replace('T', ' ') : says}
            </Text>
          </BlockStack>
          <InlineStack gap="0" wrap={false} blockAlign="center">
            <Button
              variant="tertiary"
              icon={ArrowUpIcon}
              disabled={isFirst}
              onClick={() => onMove(-1)}
              accessibilityLabel={t('up', { block: name })}
            />
            <Button
              variant="tertiary"
              icon={ArrowDownIcon}
              disabled={isLast}
              onClick={() => onMove(1)}
              accessibilityLabel={t('down', { block: name })}
            />
            {field !== undefined && (
              <Button
                variant="tertiary"
                pressed={isOpen}
                ariaExpanded={isOpen}
                onClick={onToggle}
                accessibilityLabel={t('editBlock', { block: name })}
              >
                {t('edit')}
              </Button>
            )}
            <Button
              variant="tertiary"
              icon={DeleteIcon}
              onClick={onRemove}
              accessibilityLabel={t('remove', { block: name })}
            />
          </InlineStack>
        </div>
        {isOpen && field === 'urgencyEndsAt' && (
          <TextField
            {...form.textField(path, { emptyIsNull: true })}
            type="datetime-local"
            label={t('urgencyEndsAt')}
            helpText={t('urgencyHelp', { zone: timeZone })}
          />
        )}
        {isOpen && field !== undefined && field !== 'urgencyEndsAt' && (
          <TextWithTags form={form} messageKey={messageKey} field={field} />
        )}
      </BlockStack>
    </Box>
  );
}
