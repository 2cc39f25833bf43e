import { Client } from 'pg';
import type { Arm } from '#core/decide/trace';
import type { MatureOutcome } from '#core/lift/outcome';
import type { PerArm } from '#core/lift/per-arm';

/** The customers of a filled experiment, by arm. */
export async function readOutcomes(
  connectionString: string,
  shopId: string,
): Promise<PerArm<ReadonlyArray<MatureOutcome>>> {
  const client = new Client({ connectionString });
  await client.connect();
  const { rows } = await client.query<Omit<MatureOutcome, 'kind' | 'isOfferBought'> & { readonly arm: Arm }>(
    `SELECT arm, "laterOrders", "laterRevenueMinor"::int, occasions, "occasionRevenueMinor"::int FROM "Outcome"
     WHERE "shopId" = $1 AND "horizonDays" = 90 ORDER BY "enrolledAt"`,
    [shopId],
  );
  await client.end();
  const of = (wanted: Arm) =>
    rows
      .filter(({ arm }) => arm === wanted)
      .map(({ arm: _, ...outcome }) => ({ kind: 'mature' as const, isOfferBought: null, ...outcome }));
  return { treatment: of('treatment'), holdout: of('holdout') };
}
