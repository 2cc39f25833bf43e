import type { Instant } from '#core/shared/time';
import { applyCustomerChange } from './apply-customer-change';
import { applyOrderChange } from './apply-order-change';
import { applyShopChange } from './apply-shop-change';
import { redactPersonalData } from './redact-personal-data';
import { refreshProducts } from './refresh-products';
import type { Tools } from './ports';
import type { InboxRow } from './records';
import { subjectOf, type InboxSubject } from './inbox-subject';

/**
 * Works off webhooks that were stored: those about the same order or product count once, however many came, for the
 * present state is read from Shopify and the payload only says where to look. A row that fails is tried again later
 * with backoff and never holds up the others.
 * In: now (ms), most rows to take. Out: how many rows were taken.
 */
export async function processInbox(
  tools: Pick<Tools, 'store' | 'admin' | 'ids' | 'links' | 'outbox' | 'log'>,
  input: { readonly now: Instant; readonly limit: number },
): Promise<number> {
  const rows = await tools.store.takeInbox(input.now, input.limit);

  const groups = groupBySubject(rows);

  // Orders one after the other, for one person's may lean on each other; what is not about orders goes on beside them.
  const lanes = [groups.filter(isAboutOrder), groups.filter((group) => !isAboutOrder(group))];
  await Promise.all(
    lanes.map(async (lane) => {
      for (const group of lane) await applyGroup(tools, group, input.now);
    }),
  );
  return rows.length;
}

async function applyGroup(
  tools: Pick<Tools, 'store' | 'admin' | 'ids' | 'links' | 'outbox' | 'log'>,
  { shopId, subject, rows }: Group,
  now: Instant,
): Promise<void> {
  try {
    await applySubject(tools, shopId, subject, { now, triggeredAt: rows.at(-1)?.triggeredAt ?? null });
    await tools.store.finishInbox(rows);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    tools.log.warn({ shopId, subject: subject.kind, detail }, 'webhook failed; tried again later');
    for (const row of rows) await tools.store.retryInbox(row, detail, now);
  }
}

type Group = {
  readonly shopId: string;
  readonly subject: InboxSubject;
  readonly rows: ReadonlyArray<InboxRow>;
};

function isAboutOrder({ subject }: Group): boolean {
  return subject.kind === 'order';
}

function groupBySubject(rows: ReadonlyArray<InboxRow>): ReadonlyArray<Group> {
  const groups = new Map<string, { shopId: string; subject: InboxSubject; rows: InboxRow[] }>();
  for (const row of rows) {
    const subject = subjectOf(row.topic, row.payload);
    const key = `${row.shopId} ${subject.kind} ${subject.kind === 'products' ? '' : subject.key}`;
    const group = groups.get(key);
    if (!group) groups.set(key, { shopId: row.shopId, subject, rows: [row] });
    else {
      group.rows.push(row);
      if (group.subject.kind === 'products' && subject.kind === 'products')
        group.subject = { kind: 'products', ids: [...new Set([...group.subject.ids, ...subject.ids])] };
      // Consent is told by the payload itself, so the last word counts; rows come oldest first.
      if (subject.kind === 'consent') group.subject = subject;
    }
  }
  return [...groups.values()];
}

async function applySubject(
  tools: Pick<Tools, 'store' | 'admin' | 'ids' | 'links' | 'outbox' | 'log'>,
  shopId: string,
  subject: InboxSubject,
  { now, triggeredAt }: { readonly now: Instant; readonly triggeredAt: Instant | null },
): Promise<void> {
  switch (subject.kind) {
    case 'order':
      return applyOrderChange(tools, { shopId, orderId: subject.key, now });
    case 'products':
      return refreshProducts(tools, { shopId, productIds: subject.ids });
    case 'consent':
      return applyCustomerChange(tools, { shopId, email: subject.key, state: subject.state, now });
    case 'shop':
      return applyShopChange(tools, { shopId, topic: subject.key, triggeredAt, now });
    case 'redaction':
      return redactPersonalData(tools, { shopId, subject, triggeredAt, now });
    case 'unreadable':
      throw new Error(subject.key);
    case 'ignored':
      return;
  }
}
