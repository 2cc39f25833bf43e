import { useSearchParams } from '@remix-run/react';
import { BlockStack, IndexTable, InlineStack, Link, Text } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import { useFormats } from '#ui/use-formats';
import type { Row } from './listed';
import { StandingBadge, UseBadge } from './pairing-badges';
import { RowMenu } from './row-menu';
import { listSearch, pairingUrl, readQuery } from './read-query';
import type { PairingActions } from './use-pairing-actions';

type Properties = {
  readonly id: string;
  readonly row: Row;
  readonly position: number;
  readonly isSelected: boolean;
  readonly actions: PairingActions;
};

export function rowIdOf({ table, boughtId, recommendedId }: Row): string {
  return `${table} ${boughtId} ${recommendedId}`;
}

export function FullRow({ id, row, position, isSelected, actions }: Properties) {
  const t = useTranslations('pairings');
  const { counts } = row;
  const [search] = useSearchParams();
  const said = useRowWords(row);
  return (
    <IndexTable.Row id={id} position={position} selected={isSelected}>
      <IndexTable.Cell>
        <Wrapping>
          <Link
            url={pairingUrl(row, listSearch(readQuery(search)))}
            dataPrimaryLink
            monochrome
            removeUnderline
          >
            <Text as="span" fontWeight="semibold">
              {row.boughtTitle}
            </Text>
          </Link>
        </Wrapping>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Wrapping>
          <BlockStack>
            <Text as="span">{row.recommendedTitle}</Text>
            <Text as="span" variant="bodySm" tone="subdued">
              {t(`table.${row.table}`)}, {said.price}, <Stock stock={row.stock} />
            </Text>
          </BlockStack>
        </Wrapping>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <BlockStack gap="050" inlineAlign="start">
          <StandingBadge standing={row.standing} />
          {said.evidence && (
            <Text as="span" variant="bodySm" tone="subdued">
              {said.evidence}
            </Text>
          )}
        </BlockStack>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <BlockStack gap="050" inlineAlign="start">
          <UseBadge use={row.use} />
          {row.chosenUse && row.chosenUse !== row.use && (
            <Text as="span" variant="bodySm" tone="subdued">
              {t('chosenButNot', { use: t(`use.${row.chosenUse}`) })}
            </Text>
          )}
        </BlockStack>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <BlockStack inlineAlign="end">
          <Text as="span" numeric>
            {said.rate}
          </Text>
          {said.interval && (
            <Text as="span" variant="bodySm" tone="subdued" numeric>
              {said.interval}
            </Text>
          )}
        </BlockStack>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="p" alignment="end" numeric>
          {counts ? said.buyers : t('unknown')}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text
          as="p"
          alignment="end"
          numeric
          tone={row.price && row.price.fit !== 'fits' ? 'critical' : undefined}
        >
          {said.share}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>
        <RowMenu row={row} actions={actions} />
      </IndexTable.Cell>
    </IndexTable.Row>
  );
}

/** On a phone: title, one subdued line with the counts, one with use and stock, the tier on the right. */
export function NarrowRow({ id, row, position, isSelected, actions }: Properties) {
  const t = useTranslations('pairings');
  const { number } = useFormats();
  const [search] = useSearchParams();
  const said = useRowWords(row);
  const { counts } = row;
  const facts = { rate: said.rate, price: said.price, table: t(`table.${row.table}`) };
  return (
    <IndexTable.Row id={id} position={position} selected={isSelected}>
      <div style={{ padding: '12px 16px', width: '100%' }}>
        <InlineStack align="space-between" blockAlign="start" gap="200" wrap={false}>
          <BlockStack gap="050">
            <Link
              url={pairingUrl(row, listSearch(readQuery(search)))}
              dataPrimaryLink
              monochrome
              removeUnderline
            >
              <Text as="span" fontWeight="semibold" breakWord>
                {t('pairTitle', { bought: row.boughtTitle, recommended: row.recommendedTitle })}
              </Text>
            </Link>
            <Text as="span" variant="bodySm" tone="subdued">
              {counts
                ? t('rowLine', { ...facts, buyers: number(counts.buyers), support: number(counts.support) })
                : t('rowLineUncounted', facts)}
            </Text>
            <Text as="span" variant="bodySm" tone={row.stock === 'in_stock' ? 'subdued' : 'critical'}>
              {t('rowState', { use: t(`use.${row.use}`), stock: t(`stock.${row.stock}`) })}
            </Text>
            {said.evidence && (
              <Text as="span" variant="bodySm" tone="subdued">
                {said.evidence}
              </Text>
            )}
          </BlockStack>
          <InlineStack gap="100" wrap={false} blockAlign="center">
            <StandingBadge standing={row.standing} />
            <RowMenu row={row} actions={actions} />
          </InlineStack>
        </InlineStack>
      </div>
    </IndexTable.Row>
  );
}

function useRowWords({ counts, priceMinor, price }: Row) {
  const t = useTranslations('pairings');
  const { money, number, percent } = useFormats();
  return {
    price: priceMinor === null ? t('noPrice') : money(priceMinor),
    evidence: counts && counts.grade !== 'automatic' ? t(`evidence.${counts.grade}`) : null,
    rate: counts ? percent(counts.rate, counts.digits) : t('unknown'),
    interval: counts && t('interval', { low: percent(counts.low), high: percent(counts.high) }),
    buyers: counts && t('buyers', { support: number(counts.support), buyers: number(counts.buyers) }),
    share: price ? t(`fit.${price.fit}`, { share: percent(price.share, 0) }) : t('unknown'),
  };
}

function Stock({ stock }: { readonly stock: Row['stock'] }) {
  const t = useTranslations('pairings');
  return (
    <Text as="span" tone={stock === 'in_stock' ? 'subdued' : 'critical'}>
      {t(`stock.${stock}`)}
    </Text>
  );
}

/** Titles are as long as merchants make them; a cell of the table would not break them. */
function Wrapping({ children }: { readonly children: React.ReactNode }) {
  return <div style={{ whiteSpace: 'normal', minWidth: '9rem', overflowWrap: 'anywhere' }}>{children}</div>;
}
