import { ActionList, Button, Popover } from '@shopify/polaris';
import { PlusIcon } from '@shopify/polaris-icons';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { BLOCKS, type Block } from '#core/message/message-texts';

/** The blocks that an e-mail does not hold yet, each with when it shows; a line can be added again and again. */
export function AddBlock({
  id,
  present,
  onAdd,
}: {
  readonly id: string;
  readonly present: ReadonlyArray<Block>;
  readonly onAdd: (block: Block) => void;
}) {
  const t = useTranslations('sequences.message');
  const [isOpen, setOpen] = useState(false);
  const absent = BLOCKS.filter((block) => block === 'divider' || !present.includes(block));
  return (
    <Popover
      active={isOpen}
      onClose={() => setOpen(false)}
      activator={
        <Button id={id} icon={PlusIcon} disclosure onClick={() => setOpen(!isOpen)} ariaExpanded={isOpen}>
          {t('addBlock')}
        </Button>
      }
    >
      <ActionList
        items={absent.map((block) => ({
          content: t(`block.${block}`),
          helpText: t(`shows.${block}`),
          onAction: () => {
            onAdd(block);
            setOpen(false);
          },
        }))}
      />
    </Popover>
  );
}
