import { z } from 'zod';
import { readShape } from '../http/read-body';
import { sendJson } from '../http/respond';
import type { Call } from '../http/route';
import { shopOfControl } from '../http/shop-of-call';
import type { DevStore } from '../shop/dev-store';
import { NO_FAULTS } from '../webhooks/faults';

const faultShape = z.object({
  shop: z.string().optional(),
  duplicate: z.number().min(0).max(1).default(NO_FAULTS.duplicate),
  lose: z.number().min(0).max(1).default(NO_FAULTS.lose),
  delayMaxMs: z.number().int().min(0).default(NO_FAULTS.delayMaxMs),
  reorder: z.boolean().default(NO_FAULTS.reorder),
  seed: z.union([z.string(), z.number()]).default(NO_FAULTS.seed),
  throttleNext: z.number().int().min(0).default(NO_FAULTS.throttleNext),
});

/** POST /_dev/faults: replaces the faults of a shop; what is not named is off. */
export function answerFaults(store: DevStore, { request, response }: Call): void {
  const { shop: domain, seed, ...faults } = readShape(request, faultShape);
  const shop = shopOfControl(store, domain);
  shop.faults = { ...faults, seed: String(seed) };
  sendJson(response, 200, shop.faults);
}
