import { BlockStack, Box, InlineError, InlineStack, Text } from '@shopify/polaris';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Block, MessageKey } from '#core/message/message-texts';
import type { SettingsForm } from '#ui/use-settings-form';
import { AddBlock } from './add-block';
import { BlockRow, TEXT_OF_BLOCK } from './block-row';

/** The blocks of an e-mail: moved, edited in place, removed and added by buttons, so that all works from the keyboard. */
export function BlockList({
  form,
  messageKey,
}: {
  readonly form: SettingsForm;
  readonly messageKey: MessageKey;
}) {
  const t = useTranslations('sequences.message');
  const path = `messages.${messageKey}.blocks`;
  const blocks = form.value<ReadonlyArray<Block>>(path);
  const [edited, setEdited] = useState<Block | null>(null);
  const addId = `${path}.add`;
  const pathOf = (block: Block) => {
    const text = TEXT_OF_BLOCK[block];
    return text === undefined ? null : `messages.${messageKey}.${text}`;
  };
  const move = (at: number, by: 1 | -1) => {
    const [moved] = blocks.slice(at, at + 1);
    if (moved) form.set(path, blocks.toSpliced(at, 1).toSpliced(at + by, 0, moved));
  };
  const remove = (block: Block, at: number) => {
    form.set(path, blocks.toSpliced(at, 1));
    const text = pathOf(block);
    if (text !== null) form.reset(text); // what is not shown must not hold up a save
    document.getElementById(addId)?.focus(); // its own button is gone
  };
  const problem = form.faults[path];
  return (
    <BlockStack gap="200">
      <Text as="h4" variant="headingSm">
        {t('blocks')}
      </Text>
      <Box
        id={path}
        tabIndex={-1}
        borderWidth="025"
        borderColor={problem === undefined ? 'border' : 'border-critical'}
        borderRadius="200"
      >
        {blocks.map((block, at) => {
          const text = pathOf(block);
          const isFaulty = text !== null && form.faults[text] !== undefined;
          return (
            <BlockRow
              key={`${block} ${blocks.slice(0, at).filter((other) => other === block).length}`}
              form={form}
              messageKey={messageKey}
              block={block}
              isFirst={at === 0}
              isLast={at === blocks.length - 1}
              isOpen={text !== null && (edited === block || isFaulty)}
              onToggle={() => setEdited(edited === block ? null : block)}
              onMove={(by) => move(at, by)}
              onRemove={() => remove(block, at)}
            />
          );
        })}
      </Box>
      {problem !== undefined && <InlineError message={problem} fieldID={path} />}
      <InlineStack>
        <AddBlock
          id={addId}
          present={blocks}
          onAdd={(block) => {
            form.set(path, [...blocks, block]);
            if (pathOf(block) !== null) setEdited(block);
          }}
        />
      </InlineStack>
    </BlockStack>
  );
}
