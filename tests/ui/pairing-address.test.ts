import { expect, it } from 'vitest';
import { listSearch, pairingUrl, readQuery } from '../../app/routes/app.pairings._index/read-query';

const read = (search: string) => readQuery(new URLSearchParams(search));

it.each(['tab=strong&q=beans+%26+mugs&sort=price.asc&page=3', 'sort=buyers.desc', 'sort=rate.asc', ''])(
  'a list says in an address what was asked of it: "%s"',
  (search) => {
    expect(listSearch(read(search))).toBe(search);
  },
);

it('the way back holds what the list was asked for, and nothing else that stood in its address', () => {
  const pairing = {
    boughtId: 'gid://shopify/Product/1',
    recommendedId: 'gid://shopify/Product/2',
    table: 'same_order',
  };
  const list = listSearch(read('tab=strong&id_token=secret&hmac=abc&host=xyz'));
  expect(pairingUrl(pairing, list)).toBe('/app/pairings/1/2?table=same_order&list=tab%3Dstrong');
  expect(pairingUrl(pairing, '')).toBe('/app/pairings/1/2?table=same_order');
});
