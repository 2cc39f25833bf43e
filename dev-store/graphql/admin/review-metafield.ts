import type { StoreProduct } from '../../model';
import { gid } from '../gid';

/** Shopify's standard metafields for reviews, reviews.rating and reviews.rating_count; null for any other. */
export function reviewMetafield(product: StoreProduct, namespace: string | null, key: string) {
  if (product.rating === null || namespace !== 'reviews') return null;
  const value = metafieldValue(product.rating, key);
  if (value === null) return null;
  return {
    __typename: 'Metafield',
    id: gid('Metafield', `${product.id}${key === 'rating' ? 1 : 2}`),
    namespace,
    key,
    type: key === 'rating' ? 'rating' : 'number_integer',
    value,
    jsonValue: JSON.parse(value),
  };
}

function metafieldValue(rating: NonNullable<StoreProduct['rating']>, key: string): string | null {
  if (key === 'rating_count') return String(rating.count);
  if (key !== 'rating') return null;
  return JSON.stringify({ scale_min: '1.0', scale_max: '5.0', value: rating.value.toFixed(1) });
}
