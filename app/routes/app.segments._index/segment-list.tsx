import { BlockStack, Box, Card, Checkbox, InlineStack, Link, Text, useBreakpoints } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { ValueBorders } from '#core/segments/customer-facts';
import type { SegmentRow } from '#core/segments/segment-rows';
import type { SegmentSizes } from '#flows/ports/segment-store';
import { SimpleTable } from '#ui/simple-table';
import { useSegmentNames } from '#ui/use-segment-names';
import { ChangeWords } from './change-words';
import { MoveButtons, useMoves } from './move-buttons';
import { useRuleWords } from './use-rule-words';
import { useSizeWords } from './use-size-words';
import { useSizes } from './use-sizes';

type Properties = {
  readonly rows: ReadonlyArray<SegmentRow>;
  readonly borders: ValueBorders;
  readonly titles: Readonly<Record<string, string>>;
  readonly sizes: Promise<SegmentSizes>;
  readonly onSwitch: (id: string, isOn: boolean) => void;
  readonly onOrder: (order: ReadonlyArray<string>) => void;
};

/** The ordered segments: a table, and on phones one below the other. */
export function SegmentList({ rows, borders, titles, sizes, onSwitch, onOrder }: Properties) {
  const t = useTranslations('segments');
  const { mdDown } = useBreakpoints();
  const nameOf = useSegmentNames();
  const ruleOf = useRuleWords({ titles, borders });
  const moves = useMoves(rows, onOrder);
  const counted = useSizes(sizes);
  const sizeOf = useSizeWords(counted, borders, mdDown);
  const numbered = (place: number, name: string) => t('numbered', { place, name });
  const toggle = (row: SegmentRow) => (
    <Checkbox
      label={t('switch', { name: nameOf(row) })}
      labelHidden={!mdDown}
      checked={row.isOn}
      onChange={(isOn) => onSwitch(row.id, isOn)}
    />
  );
  const link = (row: SegmentRow, text: string) => (
    <Text as="span" fontWeight="semibold">
      <Link monochrome removeUnderline url={`/app/segments/${row.id}`}>
        {text}
      </Link>
    </Text>
  );
  const status = (
    <div role="status" style={{ position: 'absolute', clipPath: 'inset(50%)' }}>
      {moves.words}
    </div>
  );
  const help = typeof counted === 'object' && counted.others.isAtMost && (
    <Box padding="300">
      <Text as="p" tone="subdued">
        {t('atMostHelp')}
      </Text>
    </Box>
  );
  if (mdDown)
    return (
      <Card padding="0">
        {status}
        <ol aria-label={t('title')} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {rows.map((row, at) => (
            <Box as="li" key={row.id} padding="400" borderBlockEndWidth="025" borderColor="border">
              <BlockStack gap="100">
                {link(row, numbered(at + 1, nameOf(row)))}
                <Text as="p" tone="subdued">
                  {ruleOf(row)} · {sizeOf(row)}
                </Text>
                <ChangeWords row={row} />
                <InlineStack align="space-between" blockAlign="center" gap="200">
                  {toggle(row)}
                  <MoveButtons moves={moves} at={at} name={nameOf(row)} />
                </InlineStack>
              </BlockStack>
            </Box>
          ))}
          <Box as="li" padding="400">
            <BlockStack gap="100">
              <Text as="span" fontWeight="semibold">
                {numbered(rows.length + 1, t('everyone'))}
              </Text>
              <Text as="p" tone="subdued">
                {t('everyoneRule')} · {sizeOf(null)}
              </Text>
              <Text as="p">{t('everyoneChanges')}</Text>
            </BlockStack>
          </Box>
        </ol>
        {help}
      </Card>
    );
  return (
    <Card padding="0">
      {status}
      <SimpleTable
        caption={t('title')}
        columns={[
          { title: t('columns.place') },
          { title: t('columns.name') },
          { title: t('columns.rule') },
          { title: t('columns.changes') },
          { title: t('columns.customers'), isNumber: true },
          { title: t('columns.isOn') },
          { title: t('columns.move') },
        ]}
        rows={[
          ...rows.map((row, at) => ({
            key: row.id,
            cells: [
              at + 1,
              link(row, nameOf(row)),
              ruleOf(row),
              <ChangeWords key="changes" row={row} />,
              sizeOf(row),
              toggle(row),
              <MoveButtons key="move" moves={moves} at={at} name={nameOf(row)} />,
            ],
          })),
          {
            key: 'everyone else',
            cells: [
              rows.length + 1,
              <Text key="name" as="span" fontWeight="semibold">
                {t('everyone')}
              </Text>,
              t('everyoneRule'),
              t('everyoneChanges'),
              sizeOf(null),
              '',
              '',
            ],
          },
        ]}
      />
      {help}
    </Card>
  );
}
