import type { Product, SellingPlan } from '#core/catalogue/product';
import { currencyDecimals, parseMinor } from '#core/shared/money';
import { parseRating } from './parse-rating';

type Nodes<T> = { readonly nodes: ReadonlyArray<T> };
type Percentage = { readonly percentage?: number };

type VariantNode = {
  readonly id: string;
  readonly sku?: string | null;
  readonly barcode?: string | null;
  readonly price: string;
  readonly compareAtPrice?: string | null;
  readonly availableForSale: boolean;
  readonly inventoryPolicy: string;
  readonly inventoryQuantity?: number | null;
  readonly inventoryItem: {
    readonly tracked: boolean;
    readonly requiresShipping: boolean;
    readonly unitCost?: { readonly amount: string; readonly currencyCode: string } | null;
  };
};

type PlanNode = {
  readonly id: string;
  readonly name: string;
  readonly pricingPolicies: ReadonlyArray<{ readonly adjustmentValue?: Percentage }>;
};

export type ProductNode = {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly isGiftCard: boolean;
  readonly productType: string;
  readonly updatedAt: string;
  readonly onlineStoreUrl?: string | null;
  readonly category?: { readonly fullName: string } | null;
  readonly featuredMedia?: {
    readonly preview?: { readonly image?: { readonly url: string } | null } | null;
  } | null;
  readonly rating?: { readonly value: string } | null;
  readonly ratingCount?: { readonly value: string } | null;
  readonly variants: Nodes<VariantNode>;
  readonly bundleComponents: Nodes<{ readonly componentProduct: { readonly id: string } }>;
  readonly sellingPlanGroups: Nodes<{ readonly sellingPlans: Nodes<PlanNode> }>;
};

/**
 * A product as the catalogue has it. Of its variants the first that can be bought would be offered, else the first.
 * In: the product, the shop's currency. Out: the product in our words. Throws on a price that is no amount.
 */
export function parseProduct(node: ProductNode, currency: string): Product {
  const variants = node.variants.nodes;
  const variant = variants.find(({ availableForSale }) => availableForSale) ?? variants[0] ?? null;
  const cost = variant?.inventoryItem.unitCost ?? null;
  const decimals = currencyDecimals(currency);
  return {
    productId: node.id,
    variantId: variant?.id ?? null,
    title: node.title,
    url: node.onlineStoreUrl ?? null,
    imageUrl: node.featuredMedia?.preview?.image?.url ?? null,
    category: node.category?.fullName ?? (node.productType === '' ? null : node.productType),
    productType: node.productType === '' ? null : node.productType,
    isGiftCard: node.isGiftCard,
    requiresShipping: variant?.inventoryItem.requiresShipping ?? false,
    isPublished: node.status === 'ACTIVE' && node.onlineStoreUrl != null,
    isAvailable: variant?.availableForSale ?? false,
    stock: variant?.inventoryItem.tracked ? (variant.inventoryQuantity ?? null) : null,
    sellsPastStock: variant?.inventoryPolicy === 'CONTINUE',
    priceMinor: variant === null ? null : parseMinor(variant.price, decimals),
    compareAtMinor: variant?.compareAtPrice ? parseMinor(variant.compareAtPrice, decimals) : null,
    costMinor: cost?.currencyCode === currency ? parseMinor(cost.amount, decimals) : null,
    rating: parseRating(node.rating?.value ?? null, node.ratingCount?.value ?? null),
    sellingPlans: node.sellingPlanGroups.nodes.flatMap((group) => group.sellingPlans.nodes).map(parsePlan),
    skus: distinct(variants.map(({ sku }) => sku)),
    barcodes: distinct(variants.map(({ barcode }) => barcode)),
    componentIds: distinct(node.bundleComponents.nodes.map(({ componentProduct }) => componentProduct.id)),
    updatedAt: Date.parse(node.updatedAt),
  };
}

/** Most variants have no SKU or barcode, which Shopify tells as null or as an empty text. */
function distinct(codes: ReadonlyArray<string | null | undefined>): ReadonlyArray<string> {
  return [...new Set(codes.map((code) => code?.trim() ?? ''))].filter((code) => code !== '');
}

/** A plan that takes off an amount or sets a price promises no percentage. */
function parsePlan(plan: PlanNode): SellingPlan {
  const percentages = plan.pricingPolicies.flatMap(
    ({ adjustmentValue }) => adjustmentValue?.percentage ?? [],
  );
  return { sellingPlanId: plan.id, name: plan.name, percentOff: percentages[0] ?? 0 };
}
