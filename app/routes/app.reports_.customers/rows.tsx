import {
  Badge,
  BlockStack,
  Box,
  IndexTable,
  InlineStack,
  Link,
  Text,
  useBreakpoints,
} from '@shopify/polaris';
import { useTranslations } from 'use-intl';
import type { Customers } from '#flows/list-customers';
import { idNumber } from '#ui/id-number';
import { personAddress } from '#ui/person-address';
import { useFormats } from '#ui/use-formats';

type Row = Customers['rows'][number];

/** The customers, each with the order that enrolled them and what came after it. */
export function CustomerRows({ rows }: Pick<Customers, 'rows'>) {
  const t = useTranslations('customers');
  const { smDown } = useBreakpoints();
  const { dateTime, money, number } = useFormats();
  const name = ({ personId, orderName, orderId }: Row) => {
    if (personId.startsWith('redacted:')) return t('deleted');
    return orderName === '' ? t('orderUnknown', { number: idNumber(orderId) }) : orderName;
  };
  const link = (row: Row) => (
    <Link url={personAddress(row.personId)} dataPrimaryLink>
      {name(row)}
    </Link>
  );
  const offer = ({ outcome }: Row) => {
    if (outcome === null) return t('open');
    return outcome.isOfferBought === null ? t('noOffer') : t(outcome.isOfferBought ? 'bought' : 'notBought');
  };
  return (
    <IndexTable
      condensed={smDown}
      selectable={false}
      itemCount={rows.length}
      headings={[
        { title: t('columns.firstOrder') },
        { title: t('columns.group') },
        { title: t('columns.enrolledAt') },
        { title: t('columns.laterOrders'), alignment: 'end' },
        { title: t('columns.laterRevenue'), alignment: 'end' },
        { title: t('columns.occasionRevenue'), alignment: 'end' },
        { title: t('columns.offer') },
      ]}
    >
      {rows.map((row, position) => (
        <IndexTable.Row id={row.personId} key={row.personId} position={position}>
          {smDown ? (
            <Box padding="300" width="100%">
              <BlockStack gap="050">
                <InlineStack align="space-between" gap="200" wrap={false}>
                  {link(row)}
                  <Badge>{t(`arm.${row.arm}`)}</Badge>
                </InlineStack>
                <Text as="p" tone="subdued">
                  {dateTime(row.enrolledAt)}
                </Text>
                <Text as="p">
                  {row.outcome
                    ? t('later', {
                        orders: row.outcome.laterOrders,
                        revenue: money(row.outcome.laterRevenueMinor),
                      })
                    : t('open')}
                </Text>
              </BlockStack>
            </Box>
          ) : (
            <>
              <IndexTable.Cell>{link(row)}</IndexTable.Cell>
              <IndexTable.Cell>
                <Badge>{t(`arm.${row.arm}`)}</Badge>
              </IndexTable.Cell>
              <IndexTable.Cell>{dateTime(row.enrolledAt)}</IndexTable.Cell>
              <NumberCell>{row.outcome ? number(row.outcome.laterOrders) : '–'}</NumberCell>
              <NumberCell>{row.outcome ? money(row.outcome.laterRevenueMinor) : '–'}</NumberCell>
              <NumberCell>{row.outcome ? money(row.outcome.occasionRevenueMinor) : '–'}</NumberCell>
              <IndexTable.Cell>{offer(row)}</IndexTable.Cell>
            </>
          )}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

function NumberCell({ children }: { readonly children: string }) {
  return (
    <IndexTable.Cell>
      <Text as="span" alignment="end" numeric>
        {children}
      </Text>
    </IndexTable.Cell>
  );
}
