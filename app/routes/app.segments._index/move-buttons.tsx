import { Button, InlineStack } from '@shopify/polaris';
import { ChevronDownIcon, ChevronUpIcon } from '@shopify/polaris-icons';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { SegmentRow } from '#core/segments/segment-rows';
import { useSegmentNames } from '#ui/use-segment-names';

type Moved = { readonly id: string; readonly by: 1 | -1; readonly place: number };

const buttonId = (id: string, by: 1 | -1) => `move-${id}-${by === 1 ? 'down' : 'up'}`;

export type Moves = ReturnType<typeof useMoves>;

/**
 * Moves rows by one place. The button that was pressed keeps the focus where its row goes, or hands it to the other one
 * at an end of the list, so that the next press needs no search.
 */
export function useMoves(rows: ReadonlyArray<SegmentRow>, onOrder: (order: ReadonlyArray<string>) => void) {
  const t = useTranslations('segments');
  const nameOf = useSegmentNames();
  const [moved, setMoved] = useState<Moved | null>(null);
  const last = rows.length;
  useEffect(() => {
    if (moved === null) return;
    const isAtEnd = moved.place === (moved.by === 1 ? last : 1);
    document.getElementById(buttonId(moved.id, isAtEnd ? (moved.by === 1 ? -1 : 1) : moved.by))?.focus();
  }, [moved, last]);
  const row = rows.find(({ id }) => id === moved?.id);
  return {
    rows,
    words: moved !== null && row ? t('moved', { name: nameOf(row), place: moved.place }) : '',
    move: (at: number, by: 1 | -1) => {
      const ids = rows.map(({ id }) => id);
      const id = ids[at];
      if (id === undefined) return;
      onOrder(ids.toSpliced(at, 1).toSpliced(at + by, 0, id));
      setMoved({ id, by, place: at + by + 1 });
    },
  };
}

export function MoveButtons({
  moves,
  at,
  name,
}: {
  readonly moves: Moves;
  readonly at: number;
  readonly name: string;
}) {
  const t = useTranslations('segments');
  const id = moves.rows[at]?.id ?? '';
  return (
    <InlineStack gap="100" wrap={false}>
      <Button
        id={buttonId(id, -1)}
        variant="tertiary"
        icon={ChevronUpIcon}
        disabled={at === 0}
        onClick={() => moves.move(at, -1)}
        accessibilityLabel={t('up', { name })}
      />
      <Button
        id={buttonId(id, 1)}
        variant="tertiary"
        icon={ChevronDownIcon}
        disabled={at === moves.rows.length - 1}
        onClick={() => moves.move(at, 1)}
        accessibilityLabel={t('down', { name })}
      />
    </InlineStack>
  );
}
