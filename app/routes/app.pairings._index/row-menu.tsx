import { ActionList, Button, Popover } from '@shopify/polaris';
import { MenuHorizontalIcon } from '@shopify/polaris-icons';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PairingUse } from '#core/affinity/override';
import type { Row } from './listed';
import type { PairingActions } from './use-pairing-actions';

/** What can be done with one pairing; it acts at once, with Undo. */
export function RowMenu({ row, actions }: { readonly row: Row; readonly actions: PairingActions }) {
  const t = useTranslations('pairings.actions');
  const [isOpen, setOpen] = useState(false);
  const { table, boughtId, recommendedId, boughtTitle, recommendedTitle, chosenUse, counts } = row;
  const decide = (use: PairingUse | null) => () => {
    setOpen(false);
    const key = { table, antecedentId: boughtId, consequentId: recommendedId };
    actions.change([{ ...key, use }], use ?? 'automatic');
  };
  const uses: ReadonlyArray<PairingUse> =
    table === 'same_order' && counts ? ['pinned', 'blocked', 'touch_3_only'] : ['pinned', 'blocked'];
  const items = [
    ...uses
      .filter((use): use is 'pinned' | 'blocked' | 'touch_3_only' => use !== chosenUse && use !== 'curated')
      .map((use) => ({ content: t(use), onAction: decide(use) })),
    ...(chosenUse === null
      ? []
      : [
          {
            content: t(counts ? 'automatic' : 'remove'),
            destructive: counts === null,
            onAction: decide(null),
          },
        ]),
  ];
  return (
    // A click on the row itself opens the pairing.
    <div onClick={(event) => event.stopPropagation()}>
      <Popover
        active={isOpen}
        onClose={() => setOpen(false)}
        activator={
          <Button
            icon={MenuHorizontalIcon}
            variant="tertiary"
            accessibilityLabel={t('menu', { bought: boughtTitle, recommended: recommendedTitle })}
            onClick={() => setOpen((before) => !before)}
          />
        }
      >
        <ActionList items={items} />
      </Popover>
    </div>
  );
}
