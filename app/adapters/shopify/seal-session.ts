import { Session } from '@shopify/shopify-api';
import { z } from 'zod';
import type { Sealer } from './seal-text';
import type { SessionRow } from './session-rows';

const Kept = z.object({
  id: z.string(),
  shop: z.string(),
  state: z.string(),
  isOnline: z.boolean(),
  scope: z.string().optional(),
  expires: z.coerce.date().optional(),
  accessToken: z.string().optional(),
  refreshToken: z.string().optional(),
  refreshTokenExpires: z.coerce.date().optional(),
});

export function sealSession(sealer: Sealer, session: Session): SessionRow {
  return {
    id: session.id,
    shopId: session.shop,
    sealed: sealer.seal(session.shop, JSON.stringify(Kept.parse(session.toObject()))),
    expires: session.expires ?? null,
  };
}

/** Throws when the row was sealed for another shop, by an unknown key, or was tampered with. */
export function openSession(sealer: Sealer, row: SessionRow): Session {
  return new Session(Kept.parse(JSON.parse(sealer.open(row.shopId, row.sealed))));
}
