import type { listShopPairings } from '#flows/list-pairings';

/** What the page of the list shows, and one row of it. */
export type PairingList = NonNullable<Awaited<ReturnType<typeof listShopPairings>>>;
export type Row = PairingList['rows'][number];
