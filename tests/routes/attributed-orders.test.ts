import { afterAll, beforeAll, expect, it } from 'vitest';
import { CREDIT_MODELS } from '#core/attribution/credit-models';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#core/shared/time';
import { loader as loadOrders } from '../../app/routes/app.reports_.credited/route';
import { loader as exportOrders } from '../../app/routes/app.reports_.credited_.export/route';
import { loader as loadReports } from '../../app/routes/app.reports/route';
import { loader as exportReports } from '../../app/routes/app.reports_.export/route';
import { web } from '../../app/web.server';
import type { StoreEvent, StoreOrder } from '../../dev-store/model';
import { adminRequest } from '../support/admin-request';
import { customersOf } from '../support/build-customers';
import { buildEvent } from '../support/build-event';
import { buildSeed, buildStoreOrder, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { queryDatabase } from '../support/query-database';
import { readLedger } from '../support/read-ledger';
import { startEncore, type RunningEncore } from '../support/start-encore';
import { useEnvironment } from './use-environment';

const database = await freshDatabase();
const [ada, bob] = customersOf('treatment', 2);
const [held] = customersOf('holdout', 1);
if (!ada || !bob || !held) throw new Error('three customers are needed');
const BEGIN = INSTALLED_AT + HOUR_MS;
/** Touch 2 goes out three days after the order, at ten in the morning. */
const BOUGHT = BEGIN + 3 * DAY_MS + 2 * HOUR_MS;
let encore: RunningEncore;

beforeAll(async () => {
  const orders: StoreOrder[] = [
    ...[ada, bob, held].map((who, at) => buildStoreOrder(String(3001 + at), who, BEGIN, ['1'])),
    buildStoreOrder('3011', ada, BOUGHT, ['3', '4']), // 159.00
    buildStoreOrder('3012', bob, BOUGHT, ['3'], { sourceName: 'subscription_contract' }), // a renewal
    buildStoreOrder('3013', held, BOUGHT, ['3']),
  ];
  const paid = orders.map((order): StoreEvent => ({ at: order.createdAt, kind: 'order_paid', order }));
  const seed = buildSeed({ customers: [ada, bob, held], future: paid });
  encore = await startEncore({ databaseUrl: database.url, seed, at: INSTALLED_AT });
  useEnvironment(encore.env);
  await encore.moveTo(BOUGHT - MINUTE_MS);
  for (const order of ['3001', '3002', '3003']) await clickBoth(order);
  await encore.moveTo(BOUGHT + MINUTE_MS);
}, 60_000);
afterAll(async () => {
  await web().jobs.stop();
  await web().close();
  await encore.stop();
});

/** A person clicks touch 1 and two days later touch 2, as far as a row tells of them. */
async function clickBoth(order: string): Promise<void> {
  const touches = await readLedger(database.url, encore.shopId, order);
  const clicks = touches
    .filter(({ touchNumber }) => touchNumber < 3)
    .map(({ touchId, touchNumber }) =>
      buildEvent(touchId, 'click', { at: BEGIN + (2 * touchNumber - 1) * DAY_MS + HOUR_MS }),
    );
  expect(await encore.tools.store.recordEmailEvents(encore.shopId, clicks)).toBe(2);
}

const asked = (path: string) => ({ request: adminRequest(encore, path), params: {}, context: {} });
const orders = (query = '') => loadOrders(asked(`/app/reports/credited?${query}`));
const report = (query = '') => loadReports(asked(`/app/reports?${query}`));

/** The lines of a file as lists of cells. */
async function linesOf(answer: Response): Promise<ReadonlyArray<ReadonlyArray<string>>> {
  const text = (await answer.text()).trim();
  return text.split('\r\n').map((line) => line.split(','));
}

it('an order after two clicks is kept with both, a renewal and one of the held-out group with none', async () => {
  const { rows, total, revenueMinor } = await orders('model=position');
  expect([total, revenueMinor]).toEqual([1, 15_900]);
  expect(rows).toMatchObject([
    {
      name: '#3011',
      amountMinor: 15_900,
      touches: [
        { touchNumber: 1, share: 0.5, amountMinor: 7_950, clickedAt: BEGIN + DAY_MS + HOUR_MS },
        { touchNumber: 2, share: 0.5, amountMinor: 7_950, clickedAt: BEGIN + 3 * DAY_MS + HOUR_MS },
      ],
    },
  ]);
  const kept = await queryDatabase(database.url, 'SELECT DISTINCT "orderId" FROM "Credit"');
  expect(kept).toEqual([{ orderId: 'gid://shopify/Order/3011' }]);
});

it('the address says how credit is shared, and the total of the report is the same however it is', async () => {
  const perTouch = async (model: string) => {
    const { attributed } = await report(`model=${model}`);
    expect([attributed.model, attributed.orders, attributed.revenueMinor]).toEqual([model, 1, 15_900]);
    expect(attributed.models.map(({ revenueMinor }) => revenueMinor)).toEqual(
      CREDIT_MODELS.map(() => 15_900),
    );
    return attributed.touches.map(({ touched, revenueMinor }) => [touched, revenueMinor]);
  };
  expect(await perTouch('last_touch')).toEqual([[0, 0], [1, 15_900], [0, 0]]); // prettier-ignore
  expect(await perTouch('first_touch')).toEqual([[1, 15_900], [0, 0], [0, 0]]); // prettier-ignore
  expect(await perTouch('linear')).toEqual([[1, 7_950], [1, 7_950], [0, 0]]); // prettier-ignore
  expect((await report('model=unheard-of')).attributed.model).toBe('last_touch');
});

it('while no lift may be shown, nothing is set against what is attributed', async () => {
  expect((await report()).attributed.incremental).toBeNull();
});

it('a page beyond the last has no rows and the same total', async () => {
  expect(await orders('page=2')).toMatchObject({ rows: [], total: 1, revenueMinor: 15_900, page: 2 });
  expect(await orders('page=-1')).toMatchObject({ page: 1 });
});

it('the files add up to the screen and name the model', async () => {
  const query = 'model=time_decay';
  const [headings = [], ...lines] = await linesOf(
    await exportOrders(asked(`/app/reports/credited/export?${query}`)),
  );
  const column = (name: string) => headings.indexOf(name);
  const sum = lines.reduce((total, cells) => total + Number(cells[column('attributed revenue')]), 0);
  expect([lines.length, sum]).toEqual([2, (await orders(query)).revenueMinor]);
  expect(lines.map((cells) => cells[column('credit model')])).toEqual(['time_decay', 'time_decay']);

  const figures = new Map(
    (await linesOf(await exportReports(asked(`/app/reports/export?${query}`)))).map(
      ([figure = '', value]) => [figure, value],
    ),
  );
  expect(figures.get('credit model')).toBe('time_decay');
  expect(figures.get('attributed revenue')).toBe('15900');
  expect(figures.get('touch 2 touched orders')).toBe('1');
  const [one, two] = [1, 2].map((touch) =>
    Number(figures.get(`time_decay touch ${touch} attributed revenue`)),
  );
  expect(one).toBeLessThan(two ?? 0);
  expect((one ?? 0) + (two ?? 0)).toBe(15_900);
});

it('a segment holds what its own emails touched', async () => {
  const [touch] = await queryDatabase<{ segment: string }>(
    database.url,
    `SELECT unnest(segments) AS segment FROM "Enrolment" WHERE "orderId" = 'gid://shopify/Order/3001' LIMIT 1`,
  );
  const inIt = await orders(`segment=${touch?.segment}`);
  expect(inIt.choice.segment).toBe(touch?.segment);
  expect(inIt.total).toBe(1);
  expect((await orders('segment=nobody')).total).toBe(0);
});

it('a later refund takes from every touch, and a full one takes the order out', async () => {
  const { store } = encore.devStore;
  const refund = async (lineId: string) => {
    const order = `/_dev/orders/3011/refund`;
    await fetch(new URL(order, encore.devStore.url), {
      method: 'POST',
      body: JSON.stringify({ lines: [{ lineId, quantity: 1 }] }),
    });
    await encore.moveTo(store.clock.now + MINUTE_MS);
  };
  await refund('30111'); // the tin, 9.00
  expect((await report('model=linear')).attributed).toMatchObject({
    revenueMinor: 15_000,
    touches: [{ revenueMinor: 7_500 }, { revenueMinor: 7_500 }, { revenueMinor: 0 }],
  });
  expect((await orders()).rows).toMatchObject([{ amountMinor: 15_000 }]);
  await refund('30110');
  expect((await report()).attributed).toMatchObject({ orders: 0, revenueMinor: 0 });
  expect((await orders()).rows).toEqual([]);
});
