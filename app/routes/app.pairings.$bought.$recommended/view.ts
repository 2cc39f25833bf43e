import type { PairingDetail } from '#flows/describe-pairing';

/** A pairing of one table, as the page of one pairing shows it. */
export type View = PairingDetail['views'][number];
