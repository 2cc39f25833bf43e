import { BlockStack, Box, IndexTable, InlineStack, Link, Text, useBreakpoints } from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { CreditedOrderRow } from '#flows/list-credited-orders';
import { personAddress } from '#ui/person-address';
import { useFormats } from '#ui/use-formats';

/** One order a row, with every email that was clicked before it and what the model gives to each. */
export function CreditedRows({ rows }: { readonly rows: ReadonlyArray<CreditedOrderRow> }) {
  const t = useTranslations('reports.credited');
  const { money, dateTime } = useFormats();
  const { smDown } = useBreakpoints();
  return (
    <IndexTable
      condensed={smDown}
      selectable={false}
      itemCount={rows.length}
      headings={[
        { title: t('columns.order') },
        { title: t('columns.ordered') },
        { title: t('columns.amount'), alignment: 'end' },
        { title: t('columns.touches') },
      ]}
    >
      {rows.map((row, position) => (
        <IndexTable.Row id={row.orderId} key={row.orderId} position={position}>
          {smDown ? (
            <Box padding="300" width="100%">
              <BlockStack gap="100">
                <InlineStack align="space-between" gap="200" wrap={false}>
                  <OrderName row={row} />
                  <Text as="span">{money(row.amountMinor)}</Text>
                </InlineStack>
                <Text as="p" tone="subdued">
                  {dateTime(row.orderedAt)}
                </Text>
                <Touches row={row} />
              </BlockStack>
            </Box>
          ) : (
            <>
              <IndexTable.Cell>
                <OrderName row={row} />
              </IndexTable.Cell>
              <IndexTable.Cell>{dateTime(row.orderedAt)}</IndexTable.Cell>
              <IndexTable.Cell>
                <Text as="span" alignment="end" numeric>
                  {money(row.amountMinor)}
                </Text>
              </IndexTable.Cell>
              <IndexTable.Cell>
                <Touches row={row} />
              </IndexTable.Cell>
            </>
          )}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

/** Leads to the whole story of who ordered. */
function OrderName({ row: { name, personId } }: { readonly row: CreditedOrderRow }) {
  const t = useTranslations('reports.credited');
  const words = name === '' ? t('deleted') : name;
  if (personId === null) return words;
  return (
    <Link url={personAddress(personId)} dataPrimaryLink>
      {words}
    </Link>
  );
}

function Touches({ row: { touches } }: { readonly row: CreditedOrderRow }) {
  const t = useTranslations('reports.credited');
  const { money, percent, dateTime } = useFormats();
  return (
    <ul style={{ listStyle: 'none', margin: 0, padding: 0, whiteSpace: 'normal' }}>
      {touches.map(({ touchId, touchNumber, share, amountMinor, clickedAt }) => (
        <li key={touchId}>
          {t('touch', {
            touch: touchNumber,
            share: percent(share),
            money: money(amountMinor),
            when: dateTime(clickedAt),
          })}
        </li>
      ))}
    </ul>
  );
}
