import { gid } from '../gid';

/** A product's place in Shopify's taxonomy, known by its full name such as "Home & Garden > Decor". */
export function categoryNode(fullName: string | null) {
  if (fullName === null) return null;
  const names = fullName.split(' > ');
  const slug = fullName.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return {
    __typename: 'TaxonomyCategory',
    id: gid('TaxonomyCategory', slug),
    fullName,
    name: names.at(-1) ?? fullName,
    level: names.length,
    isRoot: names.length === 1,
    isArchived: false,
  };
}
