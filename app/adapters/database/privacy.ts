import { Prisma, type PrismaClient } from '@prisma/client';
import type { Store } from '#flows/ports';
import { exitForRedaction, forgetPerson } from './forget-person';
import { forgetPayloads } from './forget-payloads';
import { lockPeople, lockPerson } from './lock';
import { withinShop } from './within-shop';

/** Everything of a shop but its suppression list: a shop that comes back must not write to whom it was forbidden to. */
export const ERASED_WITH_SHOP = [
  'Session',
  'SettingsVersion',
  'Inbox',
  'Order',
  'Product',
  'PairingMining',
  'PairingRow',
  'PairingOverride',
  'Touch',
  'Enrolment',
  'Decision',
  'EmailEvent',
  'Credit',
  'CronSlot',
  'HistoryImport',
  'SendingAccount',
  'SetupFact',
  'TestEmail',
  'Person',
  'Shop',
] as const;

export function privacyMethods(prisma: PrismaClient): Pick<Store, 'redactCustomer' | 'redactShop'> {
  return {
    redactCustomer: (shopId, customerId, emailHash) =>
      withinShop(prisma, shopId, async (sql) => {
        await lockPeople(sql, shopId);
        const people = await sql.$queryRaw<ReadonlyArray<{ readonly personId: string }>>`
          SELECT "personId" FROM "Person"
          WHERE "shopId" = ${shopId} AND ("customerId" = ${customerId} OR "emailHash" = ${emailHash})
          ORDER BY "personId"`;
        await forgetPayloads(
          sql,
          shopId,
          customerId,
          people.map(({ personId }) => personId),
        );
        for (const { personId } of people) {
          await lockPerson(sql, shopId, personId);
          await exitForRedaction(sql, shopId, personId);
          await forgetPerson(sql, shopId, personId);
        }
      }),

    redactShop: (shopId) =>
      withinShop(prisma, shopId, async (sql) => {
        for (const table of ERASED_WITH_SHOP) {
          await sql.$executeRaw`DELETE FROM ${Prisma.raw(`"${table}"`)} WHERE "shopId" = ${shopId}`;
        }
      }),
  };
}
