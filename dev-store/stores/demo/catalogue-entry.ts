export type ProductNature = 'consumable' | 'durable' | 'one_time' | 'gift_card' | 'digital';

/** A product of a generated shop, before it has ids. */
export type CatalogueEntry = {
  readonly handle: string;
  readonly title: string;
  readonly productType: string;
  readonly category: string; // full name in Shopify's taxonomy
  readonly nature: ProductNature;
  readonly priceMinor: number;
  readonly costMinor: number | null; // null = the merchant never entered it
  readonly popularity: number; // weight among all products when a shopper picks freely
  readonly lastsDays: number | null; // how long one unit lasts; null = is not used up
  readonly percentOff: number | null; // of its selling plan; null = no subscription
  readonly rating: { readonly value: number; readonly count: number } | null;
};

type Traits = Partial<Pick<CatalogueEntry, 'lastsDays' | 'percentOff' | 'rating' | 'costMinor' | 'nature'>>;

/** Makes the rows of one shelf: products that share type, category and nature, and cost 45 % of their price. */
export function shelf(productType: string, category: string, nature: ProductNature) {
  return (
    handle: string,
    title: string,
    priceMinor: number,
    popularity: number,
    traits: Traits = {},
  ): CatalogueEntry => ({
    handle,
    title,
    productType,
    category,
    nature,
    priceMinor,
    costMinor: Math.round((priceMinor * 45) / 100),
    popularity,
    lastsDays: null,
    percentOff: null,
    rating: null,
    ...traits,
  });
}

/** A rating as shoppers see it: stars of 5 and the number of reviews. */
export function stars(value: number, count: number): { readonly rating: CatalogueEntry['rating'] } {
  return { rating: { value, count } };
}
