/** The two tables of pairings: bought in one order, or in the order that followed. */
export type PairingTable = 'same_order' | 'next_order';

export type Tier = 'strong' | 'moderate' | 'weak';

/** How well the counts hold up against chance; only `automatic` drives an e-mail by default. */
export type EvidenceGrade = 'few_orders' | 'popular' | 'thresholds_only' | 'automatic';

/** Everything mined about what follows one product, as parallel columns (one entry per consequent). */
export type PairingRow = {
  readonly antecedent: number; // product number
  readonly buyers: number; // distinct buyers of the antecedent
  readonly consequents: ReadonlyArray<number>; // product numbers, ascending
  readonly support: ReadonlyArray<number>; // distinct buyers, each >= the minimum that is kept
  readonly consequentBuyers: ReadonlyArray<number>;
  readonly grades: ReadonlyArray<EvidenceGrade>;
  readonly scores: ReadonlyArray<number>; // measures.ts rankingScore, in whole millionths
  readonly learnedFrom?: string; // the category that it was counted for; absent: the antecedent itself
};

/** What follows a whole category, for its products that too few have bought (C48). Consequents are of other categories. */
export type CategoryRow = Omit<PairingRow, 'antecedent' | 'learnedFrom'> & {
  readonly category: string;
  readonly settled: ReadonlyArray<number>; // its products with enough buyers, which it does not speak for
};

/** One mining of one table. */
export type PairingMining = {
  readonly table: PairingTable;
  readonly windowFrom: number; // Instant, inclusive
  readonly windowTo: number; // Instant, exclusive
  readonly orders: number;
  readonly allBuyers: number;
  readonly rows: ReadonlyArray<PairingRow>;
};

/** The same with what was learned of categories. */
export type LearnedTable = PairingMining & { readonly categories: ReadonlyArray<CategoryRow> };

/** Distinct buyers of a pair and of its sides at this moment, in both tables. */
export type PairNow = {
  readonly buyers: number; // of the antecedent
  readonly allBuyers: number;
  readonly sameOrder: { readonly support: number; readonly consequentBuyers: number };
  readonly nextOrder: { readonly support: number; readonly consequentBuyers: number };
};
