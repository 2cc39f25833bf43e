import { judgeClick } from '#core/attribution/judge-click';
import type { Instant } from '#core/shared/time';
import type { Tools } from './ports';
import { isOfNobody } from './test-id';

export type OpenedOffer =
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'unavailable'; readonly shopUrl: string; readonly title: string }
  | { readonly kind: 'unknown' };

/**
 * Follows the link of an e-mail: keeps the click with a judgement of who made it, looks at the product again, and puts
 * it into a cart with the touch's mark. Nothing is bought and nobody is unsubscribed by opening a link.
 * The link of a test e-mail leads to the product's page: nothing is kept and no cart is filled.
 * In: signed token, method and user agent of the request, now (ms). Out: where to go, or an honest page instead.
 */
export async function openOffer(
  { store, admin, links, log }: Pick<Tools, 'store' | 'admin' | 'links' | 'log'>,
  input: {
    readonly token: string;
    readonly method: string;
    readonly userAgent: string;
    readonly at: Instant;
  },
): Promise<OpenedOffer> {
  const link = links.read('offer', input.token);
  if (!link) return { kind: 'unknown' };
  const { shopId, touchId } = link;
  if (isOfNobody(touchId)) return openTestOffer({ store, admin }, link);
  const [offer, shop] = await Promise.all([store.touchOffer(shopId, touchId), store.findShop(shopId)]);
  if (!offer || !shop) return { kind: 'unknown' };
  const click = judgeClick({
    method: input.method,
    userAgent: input.userAgent,
    at: input.at,
    sentAt: offer.acceptedAt,
  });
  await store.recordEmailEvents(shopId, [
    {
      touchId,
      kind: 'click',
      at: input.at,
      naturalKey: `${touchId} click ${input.at}`,
      isMachine: !click.isPerson,
      isTemporary: false,
    },
  ]);
  const [product] = shop.uninstalledAt === null ? await admin.fetchProducts(shopId, [offer.productId]) : [];
  const unavailable: OpenedOffer = {
    kind: 'unavailable',
    shopUrl: shop.storeUrl,
    title: product?.title ?? '',
  };
  if (!product?.isAvailable || !product.isPublished || product.variantId === null) return unavailable;
  // Scanners open every link they see; a cart for each would be litter in the shop.
  if (click.because === 'scanner' || click.because === 'not_get')
    return { kind: 'redirect', to: product.url ?? shop.storeUrl };
  const cart = await admin.createCart(shopId, {
    variantId: product.variantId,
    sellingPlanId: offer.sellingPlanId,
    touchToken: links.sign('cart', shopId, touchId),
  });
  if ('problem' in cart) {
    log.warn({ shopId, touchId, problem: cart.problem }, 'cart refused');
    return unavailable;
  }
  const to = new URL(cart.checkoutUrl);
  for (const [name, value] of new URLSearchParams(offer.utm)) to.searchParams.set(name, value);
  return { kind: 'redirect', to: to.href };
}

async function openTestOffer(
  { store, admin }: Pick<Tools, 'store' | 'admin'>,
  { shopId, touchId: testId }: { readonly shopId: string; readonly touchId: string },
): Promise<OpenedOffer> {
  const [productId, shop] = await Promise.all([store.testedProduct(shopId, testId), store.findShop(shopId)]);
  if (productId === null || !shop) return { kind: 'unknown' };
  const [product] = shop.uninstalledAt === null ? await admin.fetchProducts(shopId, [productId]) : [];
  if (product?.isPublished && product.url !== null) return { kind: 'redirect', to: product.url };
  return { kind: 'unavailable', shopUrl: shop.storeUrl, title: product?.title ?? '' };
}
