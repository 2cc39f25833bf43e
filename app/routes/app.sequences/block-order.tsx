import { BlockStack, Box, Button, InlineStack, Text } from '@shopify/polaris';
import { ArrowDownIcon, ArrowUpIcon } from '@shopify/polaris-icons';
import { useTranslations } from 'use-intl';
import type { Block } from '#core/message/message-texts';
import type { SettingsForm } from '#ui/use-settings-form';

/** The blocks of an e-mail, moved by buttons: no drag, so that it works from the keyboard. */
export function BlockOrder({ form, path }: { readonly form: SettingsForm; readonly path: string }) {
  const t = useTranslations('sequences.message');
  const blocks = form.value<ReadonlyArray<Block>>(path);
  const move = (block: Block, by: 1 | -1) => {
    const to = blocks.indexOf(block) + by;
    form.set(path, blocks.filter((other) => other !== block).toSpliced(to, 0, block));
  };
  return (
    <BlockStack gap="200">
      <Text as="h4" variant="headingSm">
        {t('blocks')}
      </Text>
      <Box borderWidth="025" borderColor="border" borderRadius="200">
        {blocks.map((block, at) => (
          <Box key={block} padding="200" borderBlockStartWidth={at === 0 ? '0' : '025'} borderColor="border">
            <InlineStack align="space-between" blockAlign="center" gap="200" wrap={false}>
              <Text as="span">{t(`block.${block}`)}</Text>
              <InlineStack gap="100" wrap={false}>
                <Button
                  variant="tertiary"
                  icon={ArrowUpIcon}
                  disabled={at === 0}
                  onClick={() => move(block, -1)}
                  accessibilityLabel={t('up', { block: t(`block.${block}`) })}
                />
                <Button
                  variant="tertiary"
                  icon={ArrowDownIcon}
                  disabled={at === blocks.length - 1}
                  onClick={() => move(block, 1)}
                  accessibilityLabel={t('down', { block: t(`block.${block}`) })}
                />
              </InlineStack>
            </InlineStack>
          </Box>
        ))}
      </Box>
    </BlockStack>
  );
}
