import { likenessKeys, type LikenessIndex, type LikenessKeys } from '#core/catalogue/likeness';
import type { CatalogueProduct } from '#core/catalogue/product';

/** Which products of one shop are alike, kept up with the catalogue product by product. */
export function createLikenessIndex(): LikenessIndex & { put(product: CatalogueProduct): void } {
  const keys = new Map<number, LikenessKeys>();
  const holders = new Map<string, Set<number>>();
  return {
    keys,
    holders,
    put(product) {
      const { number } = product;
      for (const key of heldBy(keys.get(number))) {
        const others = holders.get(key);
        others?.delete(number);
        if (others?.size === 0) holders.delete(key);
      }
      const now = likenessKeys(product);
      keys.set(number, now);
      for (const key of heldBy(now)) {
        const others = holders.get(key);
        if (others) others.add(number);
        else holders.set(key, new Set([number]));
      }
    },
  };
}

function heldBy(keys: LikenessKeys | undefined): ReadonlyArray<string> {
  if (!keys) return [];
  return [...keys.codes, ...keys.inside, ...(keys.model === null ? [] : [keys.model])];
}
