import type { Store } from '#flows/ports';
import { readPieces } from '../../app/routes/app.pairings.import_.file/read-pieces.server';
import { buildProduct } from './build-product';
import { installShop } from './build-shop';

const PRODUCTS = [
  ['1', 'Espresso machine'],
  ['2', 'Milk jug'],
  ['3', 'Coffee grinder, "Pro"'],
  ['4', 'Filter papers'],
  ['5', 'Filter  Papers'],
  ['6', '=SUM(A1) beans'],
  ['8123456789012', "'=already defused"],
] as const;

export const productId = (number: string | number) => `gid://shopify/Product/${number}`;

/** A shop with seven products, two of which have one title, and an eighth that it no longer sells. Out: its id. */
export async function shopWithProducts(store: Store): Promise<string> {
  const shopId = await installShop(store);
  const all = [...PRODUCTS, ['7', 'Old kettle']].map(([number = '', title = '']) =>
    buildProduct({ productId: productId(number), title }),
  );
  await store.upsertProducts(shopId, all);
  await store.removeProducts(shopId, [productId(7)]);
  return shopId;
}

/** A file as it comes over the wire, in chunks of any size. In: text (UTF-8) or bytes. */
export function uploaded(content: string | Uint8Array, chunkBytes = 65_536) {
  const bytes = Buffer.from(content as Uint8Array);
  let at = 0;
  return readPieces(
    new ReadableStream({
      pull: (stream) => {
        if (at >= bytes.length) return stream.close();
        stream.enqueue(bytes.subarray(at, at + chunkBytes));
        at += chunkBytes;
      },
    }),
  );
}
