import { PAIRING_SORTS, PAIRING_TABS, type PairingQuery } from '#core/affinity/pairing-page';

/** What the address of the list asks for; what is not known there falls back to the beginning of the list. */
export function readQuery(search: URLSearchParams): PairingQuery {
  const [sort, direction] = (search.get('sort') ?? 'rate.desc').split('.');
  const page = Number(search.get('page') ?? 1);
  return {
    tab: PAIRING_TABS.find((tab) => tab === search.get('tab')) ?? 'all',
    search: search.get('q') ?? '',
    sort: PAIRING_SORTS.find((known) => known === sort) ?? 'rate',
    isDescending: direction !== 'asc',
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The same as an address says it; '' for the beginning of the list. */
export function listSearch({ tab, search, sort, isDescending, page }: PairingQuery): string {
  const said = new URLSearchParams({
    ...(tab === 'all' ? {} : { tab }),
    ...(search === '' ? {} : { q: search }),
    ...(sort === 'rate' && isDescending ? {} : { sort: `${sort}.${isDescending ? 'desc' : 'asc'}` }),
    ...(page === 1 ? {} : { page: String(page) }),
  });
  return said.toString();
}

/** The address of one pairing. In: the pairing, and what the address of the list asked for, to find the way back. */
export function pairingUrl(
  pairing: { readonly boughtId: string; readonly recommendedId: string; readonly table: string },
  list: string,
): string {
  const { boughtId, recommendedId, table } = pairing;
  const search = new URLSearchParams({ table, ...(list === '' ? {} : { list }) });
  return `/app/pairings/${numberOf(boughtId)}/${numberOf(recommendedId)}?${search.toString()}`;
}

function numberOf(productId: string): string {
  return productId.slice(productId.lastIndexOf('/') + 1);
}
