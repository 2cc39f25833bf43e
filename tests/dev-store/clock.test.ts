import { afterEach, expect, it } from 'vitest';
import { createAgenda } from '../../dev-store/clock/agenda';
import { openStore, type OpenedStore } from './support/open-store';
import { buildOrder, buildSeed, HOUR, MONDAY, orderPaid } from './support/small-seed';

let store: OpenedStore | null = null;

afterEach(async () => {
  await store?.close();
  store = null;
});

const later = (hours: number) =>
  orderPaid(buildOrder({ id: `${1000 + hours}`, createdAt: MONDAY + hours * HOUR }));

it('the clock moves forward and not back', async () => {
  store = await openStore(buildSeed());
  expect((await store.moveTo(MONDAY + HOUR)).json).toMatchObject({ now: '2026-06-01T10:00:00.000Z' });
  expect((await store.moveTo(MONDAY)).status).toBe(400);
  expect((await store.moveTo(MONDAY + HOUR)).status).toBe(200);
  expect((await store.get('/_dev/clock')).json).toEqual({ now: '2026-06-01T10:00:00.000Z' });
});

it('what is next is known, and nothing is known as null', async () => {
  store = await openStore(buildSeed({ events: [later(3)] }));
  expect((await store.get('/_dev/next')).json).toEqual({ at: '2026-06-01T12:00:00.000Z' });
  await store.moveTo(MONDAY + 3 * HOUR);
  expect((await store.get('/_dev/next')).json).toEqual({ at: null });
});

it('every webhook is answered before the clock goes on to the next instant', async () => {
  store = await openStore(
    buildSeed({ events: [later(1), later(2)] }),
    buildSeed({ domain: 'other.myshopify.com', events: [later(1)] }),
  );
  await store.install();
  await store.install('other.myshopify.com');
  await store.moveTo(MONDAY + 5 * HOUR);
  const times = store.app.heard.map(({ headers }) => String(headers['x-shopify-triggered-at']));
  expect(times).toEqual(times.toSorted());
  expect(times).toHaveLength(6);
});

it('an agenda gives its items by time, then by the order in which they were added', () => {
  const agenda = createAgenda();
  const names: string[] = [];
  const times = [5, 1, 3, 1, 9, 3, 2, 5, 1];
  times.forEach((at, index) => {
    const name = `${at}-${index}`;
    agenda.add({ at, shop: 'a', kind: 'act', run: () => Promise.resolve(void names.push(name)) });
  });
  expect(agenda.nextAt('a')).toBe(1);
  expect(agenda.nextAt('b')).toBeNull();
  for (let item = agenda.take(5); item !== null; item = agenda.take(5)) void item.run();
  expect(names).toEqual(['1-1', '1-3', '1-8', '2-6', '3-2', '3-5', '5-0', '5-7']);
  expect(agenda.count('a')).toBe(1);
});
