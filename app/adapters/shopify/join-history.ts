import { parseOrder, type LineNode, type OrderNode } from './parse-order';
import type { HistoryLine } from './parse-history-line';
import type { OrderWithCustomer } from '#flows/ports';

/** Lines of one order stand near each other in practice; past this many newer orders none is expected any more. */
const OPEN_ORDERS = 2_000;
/** Lines that wait for their order. More than this is a file that is not what it says it is. */
const MOST_WAITING_LINES = 100_000;

/**
 * Puts orders and their lines together again. Shopify promises no order between them: a line may come before its order
 * or far behind it. An order is kept open until OPEN_ORDERS newer ones have come, and memory is bounded by that.
 * In: the lines of a bulk file. Out: orders with all their lines. Throws when lines belong to no order.
 */
export async function* joinHistory(lines: AsyncIterable<HistoryLine>): AsyncIterable<OrderWithCustomer> {
  const open = new Map<string, { readonly node: OrderNode; readonly lines: LineNode[] }>();
  const early = new Map<string, LineNode[]>();
  let waiting = 0;
  for await (const line of lines) {
    if (line.__typename === 'Order') {
      const known = early.get(line.id) ?? [];
      waiting -= known.length;
      early.delete(line.id);
      open.set(line.id, { node: line, lines: known });
      const [oldest] = open;
      if (oldest && open.size > OPEN_ORDERS) {
        open.delete(oldest[0]);
        yield finish(oldest[1]);
      }
      continue;
    }
    const order = open.get(line.__parentId);
    if (order) {
      order.lines.push(line);
      continue;
    }
    waiting += 1;
    const kept = early.get(line.__parentId);
    if (kept) kept.push(line);
    else early.set(line.__parentId, [line]);
    if (waiting > MOST_WAITING_LINES) throw new Error(orphans(waiting, line.__parentId));
  }
  const [orphan] = early.keys();
  if (orphan !== undefined) throw new Error(orphans(waiting, orphan));
  for (const order of open.values()) yield finish(order);
}

/** Consent and tags are read anew before anything is sent; history needs to know only who bought what. */
function finish({
  node,
  lines,
}: {
  readonly node: OrderNode;
  readonly lines: ReadonlyArray<LineNode>;
}): OrderWithCustomer {
  return {
    order: parseOrder(node, lines),
    customer: {
      customerId: node.customer?.id ?? null,
      email: null,
      firstName: null,
      locale: null,
      tags: [],
      isCompanyContact: false,
      marketingState: 'NOT_SUBSCRIBED',
    },
  };
}

function orphans(count: number, orderId: string): string {
  return `${count} lines of the bulk file wait for their order, one for ${orderId}; ask for the export again`;
}
