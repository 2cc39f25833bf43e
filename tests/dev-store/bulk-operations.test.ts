import { afterEach, expect, it } from 'vitest';
import { openStore, textAt, type OpenedStore } from './support/open-store';
import { buildLine, buildOrder, buildSeed, HOUR, MONDAY, orderPaid } from './support/small-seed';

let store: OpenedStore;

afterEach(() => store.close());

const QUERY = `{ orders(query: "processed_at:>=2026-06-01 processed_at:<2026-06-02", sortKey: PROCESSED_AT) {
  edges { node { __typename id test currentSubtotalPriceSet { shopMoney { amount } } customer { id }
    purchasingEntity { __typename ... on PurchasingCompany { company { name } } }
    lineItems { edges { node { __typename id quantity product { id } discounted: discountedTotalSet { shopMoney { amount } } } } }
  } } } }`;

const run = (query: string) =>
  store.admin(
    `mutation($query: String!) { bulkOperationRunQuery(query: $query) {
      bulkOperation { id status url } userErrors { field message code } } }`,
    { query },
  );

async function finish(id: string) {
  for (;;) {
    const answer = await store.admin(
      'query($id: ID!) { bulkOperation(id: $id) { status errorCode objectCount rootObjectCount url } }',
      { id },
    );
    const status = textAt(answer.json, 'data', 'bulkOperation', 'status');
    if (status !== 'CREATED' && status !== 'RUNNING') return answer.json;
  }
}

const START = ['data', 'bulkOperationRunQuery', 'bulkOperation'];

async function runAndRead(query: string): Promise<ReadonlyArray<Record<string, unknown>>> {
  const started = await run(query);
  expect(textAt(started.json, ...START, 'status')).toBe('CREATED');
  const finished = await finish(textAt(started.json, ...START, 'id'));
  const url = textAt(finished, 'data', 'bulkOperation', 'url');
  const text = await (await fetch(url)).text();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

it('a bulk query writes a line for each order of its days and one for each of its lines', async () => {
  const early = buildOrder({ id: '1000', createdAt: MONDAY - 11 * HOUR });
  store = await openStore(
    buildSeed({ events: [orderPaid(early), orderPaid(buildOrder({ companyName: 'Bean Ltd' }))] }),
  );
  await store.install();
  expect(await runAndRead(QUERY)).toEqual([
    {
      __typename: 'Order',
      id: 'gid://shopify/Order/1001',
      test: false,
      currentSubtotalPriceSet: { shopMoney: { amount: '24.00' } },
      customer: { id: 'gid://shopify/Customer/4001' },
      purchasingEntity: { __typename: 'PurchasingCompany', company: { name: 'Bean Ltd' } },
    },
    {
      __typename: 'LineItem',
      id: 'gid://shopify/LineItem/10001',
      quantity: 2,
      product: { id: 'gid://shopify/Product/2001' },
      discounted: { shopMoney: { amount: '24.00' } },
      __parentId: 'gid://shopify/Order/1001',
    },
  ]);
});

it('days of the query begin at midnight of the shop', async () => {
  // 00:30 in London in summer is 23:30 of the day before in UTC.
  const order = buildOrder({ createdAt: Date.parse('2026-05-31T23:30:00Z') });
  store = await openStore(buildSeed({ events: [orderPaid(order)] }));
  await store.install();
  expect(await runAndRead(QUERY)).toHaveLength(2);
});

it('children come before their parent now and then, and mostly after it', async () => {
  const events = Array.from({ length: 300 }, (_, index) =>
    orderPaid(buildOrder({ id: `${1001 + index}`, lines: [buildLine({ id: `${10001 + index}` })] })),
  );
  store = await openStore(buildSeed({ events }));
  await store.install();
  const lines = await runAndRead(QUERY);
  const indexOf = new Map(lines.map(({ id }, index) => [id, index]));
  const children = lines.filter((line) => '__parentId' in line);
  const early = children.filter(
    (child) => (indexOf.get(child['id']) ?? 0) < (indexOf.get(child['__parentId']) ?? 0),
  );
  expect(lines).toHaveLength(600);
  expect(children).toHaveLength(300);
  expect(early.length).toBeGreaterThan(0);
  expect(early.length).toBeLessThan(30);
});

it('an empty result is completed without an address; a full one has one and sends a webhook', async () => {
  store = await openStore(buildSeed());
  await store.install();
  const started = await run(QUERY);
  expect(await finish(textAt(started.json, ...START, 'id'))).toMatchObject({
    data: { bulkOperation: { status: 'COMPLETED', errorCode: null, objectCount: '0', url: null } },
  });
  await store.moveTo(MONDAY);
  expect(store.app.topics()).toEqual(['bulk_operations/finish']);
  expect(JSON.parse(store.app.heard[0]?.text ?? '')).toMatchObject({ status: 'completed', error_code: null });
});

it('a query that the real schema does not know, or with two roots, is a user error', async () => {
  store = await openStore(buildSeed());
  await store.install();
  for (const wrong of [
    '{ orders { edges { node { motto } } } }',
    '{ orders { nodes { id } } products { nodes { id } } }',
  ]) {
    expect((await run(wrong)).json).toMatchObject({
      data: { bulkOperationRunQuery: { bulkOperation: null, userErrors: [{ code: 'INVALID' }] } },
    });
  }
});

it('a bulk query tells of refunds within the line of their order', async () => {
  const refunds = [{ id: '61', at: MONDAY, lines: [{ lineId: '10001', quantity: 1, subtotalMinor: 1200 }] }];
  store = await openStore(buildSeed({ events: [orderPaid(buildOrder({ refunds }))] }));
  await store.install();
  const query = refundsQuery('createdAt totalRefundedSet { shopMoney { amount } }');
  expect(await runAndRead(query)).toEqual([
    {
      id: 'gid://shopify/Order/1001',
      refunds: [{ createdAt: '2026-06-01T09:00:00Z', totalRefundedSet: { shopMoney: { amount: '12.00' } } }],
    },
  ]);
});

it('and is refused with the lines of each, for they hang on nothing that has a line of its own', async () => {
  store = await openStore(buildSeed({ events: [orderPaid(buildOrder())] }));
  await store.install();
  const started = await run(refundsQuery('createdAt refundLineItems { edges { node { quantity } } }'));
  expect(started.json).toMatchObject({
    data: { bulkOperationRunQuery: { userErrors: [{ message: expect.stringContaining('within a list') }] } },
  });
});

const refundsQuery = (fields: string) => `{ orders { edges { node { id refunds { ${fields} } } } } }`;
