import { expect } from '@playwright/test';
import type { Stack } from '../../browser/start-stack';

const SHOP = 'demo.myshopify.com';

/** The arm of an order's enrolment; waits until the order is decided about. */
export async function armOf(stack: Stack, orderName: string): Promise<string> {
  return (await enrolmentOf(stack, orderName)).arm;
}

/** The segments that an order's enrolment was settled with. */
export async function segmentsOf(stack: Stack, orderName: string): Promise<ReadonlyArray<string>> {
  return (await enrolmentOf(stack, orderName)).segments;
}

/** Touch 1 of an order, as planned or as it ended; waits until there is one. */
export async function firstTouchOf(
  stack: Stack,
  orderName: string,
): Promise<{ readonly state: string; readonly reason: string | null; readonly minutes: number }> {
  const read = async () => {
    const { rows } = await stack.database.query<{ state: string; reason: string | null; minutes: string }>(
      `SELECT t.state, t.reason, EXTRACT(EPOCH FROM t."firstDueAt" - o."confirmedAt") / 60 AS minutes
         FROM "Touch" t JOIN "Order" o USING ("shopId", "orderId")
        WHERE t."shopId" = $1 AND o.name = $2 AND t."touchNumber" = 1`,
      [SHOP, orderName],
    );
    return rows[0];
  };
  await expect.poll(read).toBeDefined();
  const touch = await read();
  return { state: touch?.state ?? '', reason: touch?.reason ?? null, minutes: Number(touch?.minutes) };
}

/** The reason for which an order did not enter; null when it did, or is not decided about yet. */
export async function reasonOf(stack: Stack, orderName: string): Promise<string | null> {
  const { rows } = await stack.database.query<{ reason: string | null }>(
    `SELECT d.reason FROM "Decision" d JOIN "Order" o USING ("shopId", "orderId")
      WHERE d."shopId" = $1 AND o.name = $2 ORDER BY d."decidedAt" DESC LIMIT 1`,
    [SHOP, orderName],
  );
  return rows[0]?.reason ?? null;
}

/** The id of the decision about touch 2 of an order; waits until there is one that weighed products. */
export async function decisionOfTouchTwo(stack: Stack, orderName: string): Promise<string> {
  const read = async () => {
    const { rows } = await stack.database.query<{ decisionId: string }>(
      `SELECT d."decisionId" FROM "Decision" d JOIN "Order" o USING ("shopId", "orderId")
        WHERE d."shopId" = $1 AND o.name = $2 AND d."touchNumber" = 2 AND d.candidates -> 'weights' <> 'null'
        ORDER BY d."decidedAt" DESC LIMIT 1`,
      [SHOP, orderName],
    );
    return rows[0]?.decisionId;
  };
  await expect.poll(read).toBeDefined();
  return (await read()) ?? '';
}

export async function suppressionsOf(stack: Stack): Promise<ReadonlyArray<string>> {
  const { rows } = await stack.database.query<{ kind: string }>(
    'SELECT kind FROM "Suppression" WHERE "shopId" = $1',
    [SHOP],
  );
  return rows.map(({ kind }) => kind);
}

type Enrolment = { readonly arm: string; readonly segments: ReadonlyArray<string> };

async function enrolmentOf(stack: Stack, orderName: string): Promise<Enrolment> {
  const read = async () => {
    const { rows } = await stack.database.query<Enrolment>(
      `SELECT e.arm, e.segments FROM "Enrolment" e JOIN "Order" o USING ("shopId", "orderId")
        WHERE e."shopId" = $1 AND o.name = $2`,
      [SHOP, orderName],
    );
    return rows[0];
  };
  await expect.poll(read).toBeDefined();
  return (await read()) ?? { arm: '', segments: [] };
}
