import { Banner, BlockStack, Card, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { READ_COLUMNS, type FileFault } from '#core/affinity/pairing-file';
import { SimpleTable } from '#ui/simple-table';

/** What is wrong with a file, line by line; the first hundred are shown. */
export function Faults({
  name,
  faults,
  count,
}: {
  readonly name: string;
  readonly faults: ReadonlyArray<FileFault>;
  readonly count: number;
}) {
  const t = useTranslations('pairingImport');
  const reasonOf = ({ problem, value, other }: FileFault) =>
    t(`problems.${problem}`, {
      value: value.trim() === '' ? t('emptyCell') : t('quoted', { value }),
      other: other ?? 0,
    });
  return (
    <BlockStack gap="400">
      <Banner tone="critical" title={t('faults.title', { count, name })}>
        {t('faults.text')}
      </Banner>
      <Card>
        <BlockStack gap="300">
          {count > faults.length && <Text as="p">{t('faults.shown', { shown: faults.length })}</Text>}
          <SimpleTable
            caption={t('faults.caption')}
            columns={[
              { title: t('faults.line'), isNumber: true },
              { title: t('faults.column') },
              { title: t('faults.reason') },
            ]}
            rows={faults.map((fault, place) => ({
              key: String(place),
              cells: [fault.line, <Column key="column" name={fault.column} />, reasonOf(fault)],
            }))}
          />
        </BlockStack>
      </Card>
    </BlockStack>
  );
}

/** The names that the import knows stay on one line on phones; what else a file calls a column may be long. */
function Column({ name }: { readonly name: string | null }) {
  const t = useTranslations('pairingImport.faults');
  if (name === null) return t('whole');
  const isKnown = READ_COLUMNS.some((known) => known === name);
  return isKnown ? <span style={{ whiteSpace: 'nowrap' }}>{name}</span> : name;
}
