import { expect, it } from 'vitest';
import { withinShop } from '#adapters/database/within-shop';
import { enrol } from '../../support/build-enrolment';
import { installShop } from '../../support/build-shop';
import { openStore } from '../../support/open-store';

const { store, prisma } = await openStore();

it('every table with a shop has the wall', async () => {
  const open = await prisma.$queryRaw<ReadonlyArray<{ name: string }>>`
    SELECT c.table_name AS name FROM information_schema.columns c
    JOIN pg_class t ON t.relname = c.table_name AND t.relnamespace = 'public'::regnamespace
    WHERE c.column_name = 'shopId' AND c.table_schema = 'public'
      AND NOT (t.relrowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = t.oid))`;
  expect(open).toEqual([]);
});

it('a statement that forgets to name the shop still sees its own shop only', async () => {
  const [one, two] = [await installShop(store), await installShop(store)];
  for (const shopId of [one, two]) await enrol(store, shopId, 1);
  const seen = await withinShop(
    prisma,
    one,
    (sql) => sql.$queryRaw<ReadonlyArray<{ shopId: string }>>`SELECT "shopId" FROM "Order"`,
  );
  expect(seen).toEqual([{ shopId: one }]);
  expect(await prisma.order.count()).toBe(2); // the owner sees both
});

it('a statement cannot write a row into another shop', async () => {
  const [one, two] = [await installShop(store), await installShop(store)];
  const slip = withinShop(
    prisma,
    one,
    (sql) =>
      sql.$executeRaw`INSERT INTO "CronSlot" ("shopId", job, slot) VALUES (${two}, 'mine_pairings', 'x')`,
  );
  await expect(slip).rejects.toThrow('row-level security');
  expect(
    await withinShop(prisma, one, (sql) => sql.$executeRaw`DELETE FROM "Shop" WHERE "shopId" = ${two}`),
  ).toBe(0);
});

it('the role sees nothing when no shop was named', async () => {
  await installShop(store);
  const seen = await prisma.$transaction(async (sql) => {
    await sql.$executeRaw`SET LOCAL ROLE encore_shop`;
    return sql.$queryRaw`SELECT "shopId" FROM "Shop"`;
  });
  expect(seen).toEqual([]);
});
