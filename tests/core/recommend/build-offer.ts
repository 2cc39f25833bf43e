import { rankingScore } from '#core/affinity/measures';
import type { PairingRow, PairingTable } from '#core/affinity/pairing';
import type { CatalogueProduct } from '#core/catalogue/product';
import type { OfferInput } from '#core/recommend/choose-offer';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { buildLine, buildOrder } from '../../support/build-order';
import { buildProduct } from '../../support/build-product';

export const MACHINE = 1; // what the order holds, 100.00
export const ALL_BUYERS = 1000;

export const idOf = (number: number) => `gid://shopify/Product/${number}`;

/** A product of its own category for 30.00: inside every band beside the machine. */
export function catalogueProduct(number: number, over: Partial<CatalogueProduct> = {}): CatalogueProduct {
  return {
    ...buildProduct({ productId: idOf(number), category: `Category ${number}`, priceMinor: 3000 }),
    number,
    ...over,
  };
}

export type Follower = {
  readonly product: CatalogueProduct;
  readonly support?: number; // of 100 buyers of the antecedent
  readonly others?: number;
  readonly score?: number; // fraction; by default that of a pairing of which the other table knows nothing more
  readonly grade?: PairingRow['grades'][number];
};

/** What follows one antecedent with 100 buyers; a follower is strong and automatic unless it says otherwise. */
export function pairingRow(antecedent: number, followers: ReadonlyArray<Follower>): PairingRow {
  return {
    antecedent,
    buyers: 100,
    consequents: followers.map(({ product }) => product.number),
    support: followers.map(({ support }) => support ?? 20),
    consequentBuyers: followers.map(({ others }) => others ?? 100),
    grades: followers.map(({ grade }) => grade ?? 'automatic'),
    scores: followers.map(({ support = 20, others = 100, score }) =>
      Math.round(
        1e6 *
          (score ??
            rankingScore(
              { support, buyers: 100 },
              { support: 0, consequentBuyers: others, allBuyers: ALL_BUYERS },
            )),
      ),
    ),
  };
}

/** The same with the products of its catalogue by their ids. */
export function withNamed<Input extends Pick<OfferInput, 'catalogue'>>(input: Input) {
  return {
    ...input,
    named: new Map([...input.catalogue.values()].map((product) => [product.productId, product])),
  };
}

/** An order of one machine for 100.00, and what follows the machine. */
export function offerInput(followers: ReadonlyArray<Follower>, over: Partial<OfferInput> = {}): OfferInput {
  const touchNumber = over.touchNumber ?? 1;
  const table: PairingTable = touchNumber === 2 ? 'next_order' : 'same_order';
  const machine = catalogueProduct(MACHINE, { priceMinor: 10_000 });
  const order = buildOrder({ lines: [buildLine({ productId: idOf(MACHINE) })] });
  const known = [machine, ...followers.map(({ product }) => product)];
  return withNamed({
    touchNumber,
    lines: over.order?.lines ?? order.lines,
    order,
    settings: DEFAULT_SETTINGS,
    priceShare: null,
    owned: new Set(),
    history: { boughtBefore: [], browsed: [] },
    alike: new Map(),
    returned: new Set(),
    alikeOffered: new Map(),
    earlierOffers: [],
    pairings: {
      table,
      allBuyers: ALL_BUYERS,
      rows: new Map([[MACHINE, pairingRow(MACHINE, followers)]]),
      uses: new Map(),
    },
    catalogue: new Map(known.map((product) => [product.number, product])),
    ...over,
  });
}
