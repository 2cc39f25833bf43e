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
import { personAddress } from '#ui/person-address';
import { idNumber } from '#ui/id-number';
import { OUTCOME_TONES } from '#ui/outcome-tones';
import { useFormats } from '#ui/use-formats';
import { isReason, useReasons } from '#ui/use-reasons';

export type Row = {
  readonly id: string;
  readonly kind: 'touch' | 'refusal';
  readonly outcome: 'sent' | 'held_out' | 'skipped' | 'waiting' | 'failed';
  readonly at: number;
  readonly orderId: string;
  readonly orderName: string;
  readonly personId: string | null;
  readonly touchNumber: number | null;
  readonly reason: string | null;
  readonly dueAt: number | null;
  readonly productTitle: string | null;
  readonly decisionId: string | null;
};

export function ActivityRows({ rows }: { readonly rows: ReadonlyArray<Row> }) {
  const t = useTranslations('activity');
  const formats = useFormats();
  const { smDown } = useBreakpoints();
  const why = useWhy();
  const nameOf = useOrderName();
  const offeredIn = ({ productTitle, outcome }: Row) =>
    productTitle ?? (outcome === 'waiting' ? t('notChosen') : t('noneOffered'));
  const touchOf = ({ touchNumber }: Row) =>
    touchNumber === null ? t('entry') : t('touch', { number: touchNumber });
  return (
    <IndexTable
      condensed={smDown}
      selectable={false}
      itemCount={rows.length}
      headings={[
        { title: t('columns.when') },
        { title: t('columns.order') },
        { title: t('columns.touch') },
        { title: t('columns.outcome') },
        { title: t('columns.why') },
        { title: t('columns.product') },
      ]}
    >
      {rows.map((row, position) => (
        <IndexTable.Row id={row.id} key={row.id} position={position}>
          {smDown ? (
            <Box padding="300" width="100%">
              <BlockStack gap="050">
                <InlineStack align="space-between" gap="200" wrap={false}>
                  <Link url={addressOf(row)} dataPrimaryLink>
                    {nameOf(row)}
                  </Link>
                  <Badge tone={OUTCOME_TONES[row.outcome]}>{t(`outcome.${row.outcome}`)}</Badge>
                </InlineStack>
                <Text as="p" tone="subdued">
                  {touchOf(row)} · {formats.dateTime(row.at)}
                </Text>
                <Text as="p">{why(row)}</Text>
                {row.productTitle !== null && <Text as="p">{row.productTitle}</Text>}
              </BlockStack>
            </Box>
          ) : (
            <>
              <IndexTable.Cell>{formats.dateTime(row.at)}</IndexTable.Cell>
              <IndexTable.Cell>
                <Link url={addressOf(row)} dataPrimaryLink>
                  {nameOf(row)}
                </Link>
              </IndexTable.Cell>
              <IndexTable.Cell>{touchOf(row)}</IndexTable.Cell>
              <IndexTable.Cell>
                <Badge tone={OUTCOME_TONES[row.outcome]}>{t(`outcome.${row.outcome}`)}</Badge>
              </IndexTable.Cell>
              <IndexTable.Cell>
                <div style={{ whiteSpace: 'normal', minWidth: '14rem', overflowWrap: 'anywhere' }}>
                  {why(row)}
                </div>
              </IndexTable.Cell>
              <IndexTable.Cell>
                <div style={{ whiteSpace: 'normal' }}>{offeredIn(row)}</div>
              </IndexTable.Cell>
            </>
          )}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

/** The whole story of the person; of an order that is nobody's, the one decision there is. */
function addressOf({ personId, decisionId }: Row): string {
  return personId === null
    ? `/app/decisions/${encodeURIComponent(decisionId ?? '')}`
    : personAddress(personId);
}

function useOrderName(): (row: Row) => string {
  const t = useTranslations('activity');
  return ({ personId, orderName, orderId }) => {
    if (personId?.startsWith('redacted:')) return t('deleted');
    return orderName === '' ? t('orderUnknown', { number: idNumber(orderId) }) : orderName;
  };
}

function useWhy(): (row: Row) => string {
  const t = useTranslations('activity');
  const formats = useFormats();
  const reasonWords = useReasons();
  return ({ outcome, reason, dueAt }) => {
    if (outcome === 'sent') return t('reasonSent');
    if (outcome === 'failed') return t('reasonFailed', { detail: reason ?? '' });
    if (outcome !== 'waiting' || dueAt === null) return reasonWords(reason ?? '');
    const when = formats.dateTime(dueAt);
    if (reason === null) return t('reasonWaiting', { when });
    return isReason(reason)
      ? t('reasonWaitingAgain', { reason: reasonWords(reason), when })
      : t('reasonTryingAgain', { when });
  };
}
