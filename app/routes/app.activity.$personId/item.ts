type Gate = {
  readonly gate: string;
  readonly input: Readonly<Record<string, string | number | boolean | null>>;
  readonly deferUntil?: number | undefined;
};

export type Offer = {
  readonly table: 'same_order' | 'next_order' | 'replenishment';
  readonly tier: 'strong' | 'moderate' | 'weak' | null;
  readonly support: number;
  readonly anchorBuyers: number;
  readonly confidence: number;
  readonly priceMinor: number | null;
  readonly priceBaseMinor: number;
  readonly title: string | null;
  readonly priceShare: number | null;
  readonly ruledOut: number;
};

/** One thing that happened, as the loader sends it. */
export type Item = { readonly key: string; readonly at: number } & (
  | {
      readonly kind: 'order';
      readonly name: string;
      readonly valueMinor: number;
      readonly currency: string;
      readonly lineTitles: ReadonlyArray<string>;
      readonly cancelledAt: number | null;
      readonly creditTouch: number | null;
    }
  | {
      readonly kind: 'entry';
      readonly decisionId: string;
      readonly orderName: string;
      readonly reason: string | null;
      readonly arm: 'treatment' | 'holdout' | null;
      readonly segments: ReadonlyArray<string>;
    }
  | {
      readonly kind: 'decision';
      readonly decisionId: string;
      readonly touchId: string;
      readonly touchNumber: number;
      readonly verdict: 'send' | 'withhold' | 'skip' | 'defer' | 'exit';
      readonly reason: string | null;
      readonly gate: Gate | null;
      readonly offer: Offer | null;
    }
  | {
      readonly kind: 'failed' | 'skippedAtEntry';
      readonly touchNumber: number;
      readonly reason: string | null;
    }
  | {
      readonly kind: 'event';
      readonly touchNumber: number;
      readonly event:
        | 'processed'
        | 'deferred'
        | 'delivered'
        | 'open'
        | 'click'
        | 'bounce'
        | 'dropped'
        | 'spamreport'
        | 'unsubscribe';
      readonly isMachine: boolean;
    }
  | { readonly kind: 'suppressed'; readonly reason: string; readonly source: string }
  | { readonly kind: 'ended'; readonly orderName: string; readonly reason: string }
);
