import { Prisma, type PrismaClient } from '@prisma/client';
import type { PrivacyStore } from '#flows/ports/privacy-store';
import { peopleNamed } from './find-people';
import { exitForRedaction, forgetPerson } from './forget-person';
import { forgetPayloads, type ToldPeople } from './forget-payloads';
import { lockCounts, lockOutcomes, lockPeople, lockPerson } from './lock';
import { withinShop, type Sql } from './within-shop';

/** Everything of a shop but its suppression list: a shop that comes back must not write to whom it was forbidden to. */
export const ERASED_WITH_SHOP = [
  'Session',
  'SettingsVersion',
  'Inbox',
  'Order',
  'Product',
  'PairingMining',
  'PairingRow',
  'PairCounting',
  'ProductCount',
  'PairCount',
  'CategoryPairingRow',
  'PairingOverride',
  'Touch',
  'Enrolment',
  'Decision',
  'EmailEvent',
  'ProductView',
  'VisitorOrder',
  'Credit',
  'Outcome',
  'OutcomeDay',
  'OutcomeDue',
  'CronSlot',
  'HistoryImport',
  'SendingAccount',
  'SetupFact',
  'TestEmail',
  'ClaimSignOff',
  'DataRequest',
  'Person',
  'Shop',
] as const;

export function privacyMethods(
  prisma: PrismaClient,
): Pick<PrivacyStore, 'redactCustomer' | 'redactShop' | 'erasePeople'> {
  return {
    redactCustomer: (shopId, customerId, emailHash) =>
      withinShop(prisma, shopId, async (sql) => {
        await lockCounts(sql, shopId); // in the sequence in which keeping an order takes them
        await lockPeople(sql, shopId);
        const people = await sql.$queryRaw<ReadonlyArray<{ readonly personId: string }>>`
          SELECT "personId" FROM "Person"
          WHERE "shopId" = ${shopId} AND ("customerId" = ${customerId} OR "emailHash" = ${emailHash})
          ORDER BY "personId"`;
        await forgetPeople(sql, shopId, {
          customerIds: customerId === null ? [] : [customerId],
          personIds: people.map(({ personId }) => personId),
        });
        await forgetAddress(sql, shopId, emailHash);
      }),

    erasePeople: (shopId, whom) =>
      withinShop(prisma, shopId, async (sql) => {
        await lockCounts(sql, shopId); // in the sequence in which keeping an order takes them
        await lockPeople(sql, shopId);
        const people = await peopleNamed(sql, shopId, whom);
        await forgetPeople(sql, shopId, {
          customerIds: people.map(({ customerId }) => customerId).filter((id) => id !== null),
          personIds: people.map(({ personId }) => personId),
        });
        return people.length;
      }),

    redactShop: (shopId) =>
      withinShop(prisma, shopId, async (sql) => {
        await lockOutcomes(sql, shopId); // nobody's outcome is kept once more meanwhile
        for (const table of ERASED_WITH_SHOP) {
          await sql.$executeRaw`DELETE FROM ${Prisma.raw(`"${table}"`)} WHERE "shopId" = ${shopId}`;
        }
      }),
  };
}

/** In: people in the order of their ids, in which every transaction locks them. */
async function forgetPeople(sql: Sql, shopId: string, people: ToldPeople): Promise<void> {
  await forgetPayloads(sql, shopId, people);
  await sql.$executeRaw`
    DELETE FROM "DataRequest"
    WHERE "shopId" = ${shopId} AND "customerId" = ANY(${[...people.customerIds]}::text[])`;
  for (const personId of people.personIds) {
    await lockPerson(sql, shopId, personId);
    await exitForRedaction(sql, shopId, personId);
    await forgetPerson(sql, shopId, personId);
  }
}

/** The address where somebody else named it, or was written to at it: their orders stay theirs, without it. */
async function forgetAddress(sql: Sql, shopId: string, emailHash: string | null): Promise<void> {
  if (emailHash === null) return;
  await sql.$executeRaw`
    UPDATE "Order" SET "emailHash" = NULL, "order" = "order" || '{"emailHash": null}'
    WHERE "shopId" = ${shopId} AND "emailHash" = ${emailHash}`;
  await sql.$executeRaw`
    UPDATE "Touch" SET "emailHash" = NULL, subject = NULL, "messageId" = NULL
    WHERE "shopId" = ${shopId} AND "emailHash" = ${emailHash}`;
}
