import type { CandidateReason, Reason } from '../suppression/reasons';
import type { Instant } from '../shared/time';
import type { EvidenceGrade, Tier } from '../affinity/pairing';
import type { Signals } from '../recommend/score-signals';
import type { Settings } from '../settings/settings';

/** The gates in the order in which they are asked; the first that fails decides, all are evaluated and kept. */
export const GATES = [
  'shop_state', 'order_validity', 'identity', 'consent', 'customer_class', 're_entry', 'eligibility', 'arm',
  'order_recheck', 'new_purchase', 'engagement', 'timing', 'candidate', 'frequency_cap',
] as const; // prettier-ignore

export type GateName = (typeof GATES)[number];

/** One question, what it looked at, and how it came out. `input` holds only plain values, so that it can be read. */
export type Gate = {
  readonly gate: GateName;
  readonly passed: boolean;
  readonly reason: Reason | null; // null when passed
  readonly input: Readonly<Record<string, string | number | boolean | null>>;
  readonly deferUntil?: Instant; // failed now, may pass then
};

/** One product that might be offered, with the line it would go with. */
export type Candidate = {
  readonly productId: string;
  readonly anchorProductId: string;
  readonly table: 'same_order' | 'next_order' | 'replenishment';
  readonly tier: Tier | null;
  readonly grade: EvidenceGrade | null;
  readonly support: number; // distinct buyers
  readonly anchorBuyers: number;
  readonly confidence: number; // fraction
  readonly ruleLift: number | null;
  readonly wilsonLower: number | null; // fraction
  readonly score: number; // what it was ranked by: mined, weighted where there are signals
  readonly signals: Signals | null; // of touches 2 and 3, and decided since they are weighed
  readonly priceMinor: number | null;
  readonly priceBaseMinor: number;
  readonly labels: ReadonlyArray<string>; // e.g. category_unknown
  readonly reason: CandidateReason | null; // null: it survives
};

/** The best candidates in rank order; of the many behind them only which product lost for which reason. */
export type CandidateTrace = {
  readonly best: ReadonlyArray<Candidate>;
  readonly others: Readonly<Partial<Record<CandidateReason | 'ranked_lower', ReadonlyArray<string>>>>;
  readonly weights: Settings['signals'] | null; // of the signals; null: nothing was weighed
};

export type Arm = 'treatment' | 'holdout';

export type EnrolmentVerdict =
  { readonly kind: 'enrol' } | { readonly kind: 'refuse'; readonly reason: Reason };

export type TouchVerdict =
  | { readonly kind: 'send' }
  | { readonly kind: 'skip'; readonly reason: Reason }
  | { readonly kind: 'exit'; readonly reason: Reason } // the whole enrolment ends
  | { readonly kind: 'defer'; readonly until: Instant; readonly reason: Reason };
