import { toIso, type Instant } from '#core/shared/time';
import { LINE_FIELDS, ORDER_FIELDS } from './operations/order';

/**
 * The query that a bulk operation runs over every order before `until`, with the fields of the ordinary queries.
 * Shopify takes it as text without variables. No filter by status: archived and cancelled orders belong to the history.
 */
export function historyQuery(until: Instant): string {
  const filter = JSON.stringify(`processed_at:<'${toIso(until)}'`);
  return `{
    orders(query: ${filter}, sortKey: PROCESSED_AT) {
      edges { node { __typename ${selectionOf(ORDER_FIELDS)}
        lineItems { edges { node { __typename ${selectionOf(LINE_FIELDS)} } } }
      } }
    }
  }`;
}

/** What stands between the outer braces of a fragment: bulk operations are not documented to know fragments. */
function selectionOf(fragment: string): string {
  return fragment.slice(fragment.indexOf('{') + 1, fragment.lastIndexOf('}'));
}
