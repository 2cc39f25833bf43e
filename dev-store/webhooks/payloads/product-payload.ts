import { gid } from '../../graphql/gid';
import type { StoreProduct } from '../../model';
import { decimalAmount } from '../../shop/money';
import type { ShopState } from '../../shop/shop-state';

/** The body of products/update. */
export function productPayload(shop: ShopState, product: StoreProduct) {
  const id = Number(product.id);
  const updatedAt = new Date(product.updatedAt).toISOString();
  const variantGid = gid('ProductVariant', product.variantId);
  return {
    admin_graphql_api_id: gid('Product', product.id),
    body_html: '',
    created_at: null,
    handle: product.handle,
    id,
    product_type: product.productType,
    published_at: product.status === 'ACTIVE' ? updatedAt : null,
    template_suffix: null,
    title: product.title,
    updated_at: updatedAt,
    vendor: shop.shop.name,
    status: product.status.toLowerCase(),
    published_scope: 'web',
    tags: '',
    variants: [
      {
        admin_graphql_api_id: variantGid,
        barcode: null,
        compare_at_price: null,
        created_at: updatedAt,
        id: Number(product.variantId),
        inventory_policy: 'deny',
        position: 1,
        price: decimalAmount(product.priceMinor ?? 0, shop.shop.currency),
        product_id: id,
        sku: product.sku,
        taxable: true,
        title: 'Default Title',
        updated_at: updatedAt,
        option1: 'Default Title',
        option2: null,
        option3: null,
        image_id: null,
        inventory_item_id: Number(product.variantId),
        inventory_quantity: product.available ?? 0,
        old_inventory_quantity: product.available ?? 0,
      },
    ],
    options: [],
    images: [],
    image: null,
    media: [],
    variant_gids: [{ admin_graphql_api_id: variantGid, updated_at: updatedAt }],
    has_variants_that_requires_components: false,
    category: null,
  };
}
