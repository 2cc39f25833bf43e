import { useSearchParams } from '@remix-run/react';
import {
  Box,
  EmptySearchResult,
  IndexFilters,
  IndexFiltersMode,
  IndexTable,
  InlineStack,
  Pagination,
  Text,
  useBreakpoints,
  useIndexResourceState,
} from '@shopify/polaris';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { PAIRING_SORTS, PAIRING_TABS, type PairingQuery } from '#core/affinity/pairing-page';
import { useFormats } from '#ui/use-formats';
import type { PairingList, Row } from './listed';
import { FullRow, NarrowRow, rowIdOf } from './pairing-row';
import type { PairingActions } from './use-pairing-actions';

const TYPING_MS = 300;

type Properties = {
  readonly query: PairingQuery;
  readonly list: PairingList;
  readonly actions: PairingActions;
};

export function PairingTable({ query, list, actions }: Properties) {
  const t = useTranslations('pairings');
  const { smDown } = useBreakpoints();
  const resources = list.rows.map((row) => ({ ...row, id: rowIdOf(row) }));
  const selection = useIndexResourceState(resources);
  const decide = (rows: ReadonlyArray<Row>, use: 'pinned' | 'blocked') => {
    actions.change(
      rows.map(({ table, boughtId, recommendedId }) => ({
        table,
        antecedentId: boughtId,
        consequentId: recommendedId,
        use,
      })),
      use,
    );
    selection.clearSelection();
  };
  const chosen = resources.filter(({ id }) => selection.selectedResources.includes(id));
  const RowOf = smDown ? NarrowRow : FullRow;
  return (
    <>
      <Filters query={query} />
      <IndexTable
        resourceName={{ singular: t('resource.singular'), plural: t('resource.plural') }}
        itemCount={resources.length}
        condensed={smDown}
        selectedItemsCount={
          selection.allResourcesSelected ? resources.length : selection.selectedResources.length
        }
        onSelectionChange={selection.handleSelectionChange}
        promotedBulkActions={[
          { content: t('actions.pinned'), onAction: () => decide(chosen, 'pinned') },
          { content: t('actions.blocked'), onAction: () => decide(chosen, 'blocked') },
        ]}
        emptyState={<EmptySearchResult title={t('noneFound')} description={t('noneFoundHelp')} />}
        headings={[
          { title: t('columns.bought') },
          { title: t('columns.recommend') },
          { title: t('columns.tier') },
          { title: t('columns.use') },
          { title: t('columns.rate'), alignment: 'end' },
          { title: t('columns.buyers'), alignment: 'end' },
          { title: t('columns.price'), alignment: 'end' },
          { title: t('columns.actions'), hidden: true },
        ]}
      >
        {resources.map(({ id, ...row }, position) => (
          <RowOf
            key={id}
            id={id}
            row={row}
            position={position}
            isSelected={selection.selectedResources.includes(id)}
            actions={actions}
          />
        ))}
      </IndexTable>
      <Footer list={list} />
    </>
  );
}

/** Tab, search and sort live in the address, so that Back works and a link shows the same rows. */
function Filters({ query }: { readonly query: PairingQuery }) {
  const t = useTranslations('pairings');
  const [, setSearch] = useSearchParams();
  const [mode, setMode] = useState(
    query.search === '' ? IndexFiltersMode.Default : IndexFiltersMode.Filtering,
  );
  const [words, setWords] = useState(query.search);
  const change = (name: string, value: string) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        after.delete('page');
        if (value === '') after.delete(name);
        else after.set(name, value);
        return after;
      },
      { preventScrollReset: true },
    );
  useEffect(() => {
    if (words === query.search) return undefined;
    const waiting = setTimeout(() => change('q', words), TYPING_MS);
    return () => clearTimeout(waiting);
  });
  const isText = (sort: string) => sort === 'bought' || sort === 'recommend';
  return (
    <IndexFilters
      tabs={PAIRING_TABS.map((tab) => ({ id: tab, content: t(`tabs.${tab}`) }))}
      selected={PAIRING_TABS.indexOf(query.tab)}
      onSelect={(at) => change('tab', PAIRING_TABS[at] ?? '')}
      mode={mode}
      setMode={setMode}
      queryValue={words}
      queryPlaceholder={t('search')}
      onQueryChange={setWords}
      onQueryClear={() => setWords('')}
      cancelAction={{ onAction: () => setWords('') }}
      sortOptions={PAIRING_SORTS.flatMap((sort) => [
        {
          label: t(`sorts.${sort}`),
          value: `${sort} asc`,
          directionLabel: t(isText(sort) ? 'sorts.aFirst' : 'sorts.lowFirst'),
        },
        {
          label: t(`sorts.${sort}`),
          value: `${sort} desc`,
          directionLabel: t(isText(sort) ? 'sorts.zFirst' : 'sorts.highFirst'),
        },
      ])}
      sortSelected={[`${query.sort} ${query.isDescending ? 'desc' : 'asc'}`]}
      onSort={([sort]) => change('sort', (sort ?? '').replace(' ', '.'))}
      filters={[]}
      appliedFilters={[]}
      onClearAll={() => setWords('')}
      hideFilters
      canCreateNewView={false}
    />
  );
}

function Footer({ list }: { readonly list: PairingList }) {
  const t = useTranslations('pairings');
  const formats = useFormats();
  const [, setSearch] = useSearchParams();
  const { source, first, total, page, pages, rows } = list;
  const turnTo = (to: number) =>
    setSearch((before) => {
      const after = new URLSearchParams(before);
      after.set('page', String(to));
      return after;
    });
  return (
    <Box padding="300" borderBlockStartWidth="025" borderColor="border">
      <InlineStack align="space-between" blockAlign="center" gap="300">
        <Text as="p" variant="bodySm" tone="subdued">
          {source &&
            t('source', {
              orders: source.orders,
              from: formats.date(source.from),
              to: formats.date(source.to),
              at: formats.dateTime(source.minedAt),
            })}
        </Text>
        {total > 0 && (
          <Pagination
            hasPrevious={page > 1}
            hasNext={page < pages}
            onPrevious={() => turnTo(page - 1)}
            onNext={() => turnTo(page + 1)}
            label={t('page', {
              first: formats.number(first),
              last: formats.number(first + rows.length - 1),
              total: formats.number(total),
            })}
          />
        )}
      </InlineStack>
    </Box>
  );
}
