import { afterEach, describe, expect, it } from 'vitest';
import { openStore, textAt, type OpenedStore } from './support/open-store';
import { buildLine, buildOrder, buildSeed, HOUR, MONDAY, orderPaid } from './support/small-seed';

let store: OpenedStore;

afterEach(() => store.close());

describe('a search for orders', () => {
  const orders = [0, 1, 2, 3].map((hour) =>
    orderPaid(
      buildOrder({
        id: `${1001 + hour}`,
        name: `#${1001 + hour}`,
        createdAt: MONDAY - (4 - hour) * HOUR,
        lines: [buildLine({ id: `${10001 + hour}` })],
      }),
    ),
  );

  const names = async (search: string) => {
    const answer = await store.admin(`{ orders(first: 10, ${search}) { nodes { name } } }`);
    return JSON.stringify(answer.json).match(/#\d+/g) ?? [];
  };

  it('keeps to its times, the lower end included and the upper one left out', async () => {
    store = await openStore(buildSeed({ events: orders }));
    await store.install();
    const query = (field: string) =>
      `query: "${field}:>=2026-06-01T06:00:00Z ${field}:<'2026-06-01T08:00:00Z'"`;
    expect(await names(query('processed_at'))).toEqual(['#1002', '#1003']);
    expect(await names(query('created_at'))).toEqual(['#1002', '#1003']);
    expect(await names(query('updated_at'))).toEqual(['#1002', '#1003']);
  });

  it('finds an order by its new update time after a change', async () => {
    store = await openStore(buildSeed({ events: orders }));
    await store.install();
    const changedNow = `query: "updated_at:>=2026-06-01T09:00:00Z", sortKey: UPDATED_AT`;
    expect(await names(changedNow)).toEqual([]);
    await store.post('/_dev/orders/1002/tags', { tags: ['gift'] });
    expect(await names(changedNow)).toEqual(['#1002']);
  });

  it('finds cancelled orders too, unless it asks for a status', async () => {
    store = await openStore(buildSeed({ events: orders }));
    await store.install();
    await store.post('/_dev/orders/1002/cancel');
    expect(await names('sortKey: ID')).toEqual(['#1001', '#1002', '#1003', '#1004']);
    expect(await names('sortKey: ID, query: "status:open"')).toEqual(['#1001', '#1003', '#1004']);
  });

  it('goes on at its cursor, and comes to an end', async () => {
    store = await openStore(buildSeed({ events: orders }));
    await store.install();
    const page =
      'query($after: String) { orders(first: 3, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } } }';
    const first = await store.admin(page);
    expect(first.json).toMatchObject({
      data: {
        orders: {
          nodes: [{ name: '#1001' }, { name: '#1002' }, { name: '#1003' }],
          pageInfo: { hasNextPage: true },
        },
      },
    });
    const second = await store.admin(page, {
      after: textAt(first.json, 'data', 'orders', 'pageInfo', 'endCursor'),
    });
    expect(second.json).toMatchObject({
      data: { orders: { nodes: [{ name: '#1004' }], pageInfo: { hasNextPage: false } } },
    });
  });

  it('refuses a filter that the dev store does not know', async () => {
    store = await openStore(buildSeed());
    await store.install();
    const answer = await store.admin('{ orders(first: 1, query: "colour:red") { nodes { id } } }');
    expect(answer.json).toMatchObject({
      errors: [{ message: expect.stringContaining('cannot search by colour') }],
    });
  });
});
