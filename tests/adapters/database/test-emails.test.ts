import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#core/shared/time';
import { MONDAY } from '../../support/build-order';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const { store, prisma } = await openStore();
const LIMIT = { most: 3, withinMs: HOUR_MS };
let tests = 0;
const begin = (shopId: string, at: number) => {
  tests += 1;
  return store.beginTest(shopId, { testId: `test-${tests}`, productId: `product ${tests}`, at }, LIMIT);
};

describe('a test email', () => {
  it('may go until the limit is reached; then the first of them has to be an hour old', async () => {
    const shopId = await installShop(store);
    const at = [MONDAY, MONDAY + 10 * MINUTE_MS, MONDAY + 20 * MINUTE_MS];
    for (const each of at) expect(await begin(shopId, each)).toBeNull();
    expect(await begin(shopId, MONDAY + 30 * MINUTE_MS)).toBe(MONDAY + HOUR_MS);
    expect(await begin(shopId, MONDAY + HOUR_MS - 1)).toBe(MONDAY + HOUR_MS);
    expect(await begin(shopId, MONDAY + HOUR_MS)).toBeNull();
    expect(await begin(shopId, MONDAY + HOUR_MS)).toBe(MONDAY + 70 * MINUTE_MS);
  });

  it('of another shop counts for that one', async () => {
    const [one, two] = [await installShop(store), await installShop(store)];
    for (let each = 0; each < 4; each += 1) await begin(one, MONDAY);
    expect(await begin(two, MONDAY)).toBeNull();
  });

  it('keeps the limit when many are asked for at once', async () => {
    const shopId = await installShop(store);
    const answers = await Promise.all(Array.from({ length: 8 }, () => begin(shopId, MONDAY)));
    expect(answers.filter((answer) => answer === null)).toHaveLength(3);
    expect(answers.filter((answer) => answer === MONDAY + HOUR_MS)).toHaveLength(5);
  });

  it('is known with its product for a month, to its own shop', async () => {
    const [one, two] = [await installShop(store), await installShop(store)];
    await store.beginTest(one, { testId: 'test-a', productId: 'product a', at: MONDAY }, LIMIT);
    expect(await store.testedProduct(one, 'test-a')).toBe('product a');
    expect(await store.testedProduct(two, 'test-a')).toBeNull();
    await begin(one, MONDAY + 30 * DAY_MS);
    expect(await store.testedProduct(one, 'test-a')).toBe('product a');
    await begin(one, MONDAY + 30 * DAY_MS + 1);
    expect(await store.testedProduct(one, 'test-a')).toBeNull();
  });

  it('is erased with its shop', async () => {
    const shopId = await installShop(store);
    await begin(shopId, MONDAY);
    await store.redactShop(shopId);
    expect(await prisma.$queryRaw`SELECT 1 FROM "TestEmail" WHERE "shopId" = ${shopId}`).toEqual([]);
  });
});
