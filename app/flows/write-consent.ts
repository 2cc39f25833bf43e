import type { Tools } from './ports';

/**
 * Tells Shopify that a customer unsubscribed with us, so that no other app writes to them either.
 * In: shop, customer GID, when (ms). Out: nothing; safe to repeat.
 */
export async function writeConsent(
  { admin }: Pick<Tools, 'admin'>,
  input: { readonly shopId: string; readonly customerId: string; readonly at: number },
): Promise<void> {
  await admin.writeUnsubscribe(input.shopId, input.customerId, input.at);
}
