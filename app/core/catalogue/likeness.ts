import { modelName } from './model-name';
import type { Product } from './product';

/**
 * How a product is like one that a customer has: sold twice under two listings, another size, colour or pack of it, or a
 * bundle with it inside.
 */
export type Likeness = 'same_thing' | 'same_model' | 'contains_it';

/** What a product is found by, and what others are found by from it. */
export type LikenessKeys = {
  readonly codes: ReadonlyArray<string>; // SKUs and barcodes
  readonly model: string | null;
  readonly inside: ReadonlyArray<string>; // of a bundle: what it holds
  readonly itself: string; // as it would stand inside of a bundle
};

/** The keys of a shop's products by number, removed ones included, and the products by key. */
export type LikenessIndex = {
  readonly keys: ReadonlyMap<number, LikenessKeys>;
  readonly holders: ReadonlyMap<string, ReadonlySet<number>>;
};

/** A code on more listings than this is a placeholder, or says who made it, whatever it reads. */
const MOST_LISTINGS = 5;
const PLACEHOLDERS: ReadonlySet<string> = new Set([
  'n/a', 'na', 'none', 'null', 'tbd', 'tba', 'does not apply', 'sku', 'barcode', 'test',
]); // prettier-ignore

/**
 * What tells whether two listings are one thing or one model. In: the product as kept. Out: its keys; codes without
 * regard to case and outer spaces, barcodes without leading zeros (a UPC is an EAN that begins with one).
 */
export function likenessKeys(product: Product): LikenessKeys {
  const skus = product.skus.map((sku) => ['sku', sku] as const);
  const barcodes = product.barcodes.map((barcode) => ['barcode', barcode.replace(/^0+/u, '')] as const);
  const codes = [...skus, ...barcodes]
    .map(([kind, code]) => [kind, code.trim().toLowerCase()] as const)
    .filter(([, code]) => /[1-9a-z\p{L}]/u.test(code) && !PLACEHOLDERS.has(code))
    .map(([kind, code]) => `${kind} ${code}`);
  return {
    codes: [...new Set(codes)],
    model: modelOf(product),
    inside: product.componentIds.map(insideKey),
    itself: insideKey(product.productId),
  };
}

const insideKey = (productId: string) => `inside ${productId}`;

/** Volumes of a series are told apart by their ends as sizes are, and the next one is just what is wanted. */
function modelOf({ title, category, productType, isGiftCard }: Product): string | null {
  const kind = productType ?? category ?? '';
  if (isGiftCard || /\b(media|books?|comics?|music|movies)\b/iu.test(`${category ?? ''} ${kind}`))
    return null;
  return `model ${kind.trim().toLowerCase()}: ${modelName(title)}`;
}

/**
 * Every product that is like one of these, themselves left out; of two likenesses the closer one.
 * In: the shop's index, product numbers. Out: likeness by number; its cost grows with the numbers, not with the catalogue.
 */
export function alikeTo(
  { keys, holders }: LikenessIndex,
  numbers: Iterable<number>,
): ReadonlyMap<number, Likeness> {
  const alike = new Map<number, Likeness>();
  const have = new Set(numbers);
  const add = (found: ReadonlySet<number> | undefined, likeness: Likeness) => {
    if (found) for (const number of found) if (!have.has(number)) alike.set(number, likeness);
  };
  const known = [...have].map((number) => keys.get(number)).filter((each) => each !== undefined);
  for (const { model } of known) if (model !== null) add(holders.get(model), 'same_model');
  for (const { itself } of known) add(holders.get(itself), 'contains_it');
  for (const { codes } of known)
    for (const code of codes) {
      const found = holders.get(code);
      if (found && found.size <= MOST_LISTINGS) add(found, 'same_thing');
    }
  return alike;
}
