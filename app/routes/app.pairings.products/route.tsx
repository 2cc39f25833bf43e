import type { LoaderFunctionArgs } from '@remix-run/node';
import { searchProducts } from '#flows/search-products';
import { web } from '../../web.server';

/** The shop's products that match what was typed. */
export const loader = async ({ request }: LoaderFunctionArgs) => {
  const { requireShop, store } = web();
  const shopId = await requireShop(request);
  return searchProducts({ store }, { shopId, words: new URL(request.url).searchParams.get('q') ?? '' });
};
