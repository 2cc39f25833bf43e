import { sha256Hex } from '#core/shared/hash';
import type { Instant } from '#core/shared/time';
import { normaliseEmail } from '#core/suppression/identity';
import type { Tools } from './ports';

/**
 * Mirrors a change of consent made in Shopify into our list, so that it holds from this moment on. Subscribing there
 * lifts only what came from there: an unsubscribe by our own link stays.
 * In: shop, address, Shopify's state (any case), now (ms). Out: nothing; safe to repeat.
 */
export async function applyCustomerChange(
  { store }: Pick<Tools, 'store'>,
  input: { readonly shopId: string; readonly email: string; readonly state: string; readonly now: Instant },
): Promise<void> {
  const emailHash = sha256Hex(normaliseEmail(input.email));
  const state = input.state.toUpperCase();
  if (state === 'UNSUBSCRIBED')
    await store.suppress(input.shopId, emailHash, 'unsubscribed', 'shopify', input.now);
  if (state === 'SUBSCRIBED') await store.unsuppress(input.shopId, emailHash, 'shopify');
}
