export type Range = { readonly low: number; readonly high: number };

/** The figures that are shares, in the order in which they are shown; "One" to "Three" are touches. */
export const SHARE_BENCHMARKS = [
  'orderValueLift', // of the held-out group's average order value
  'upsellConversion', // attributed purchases of delivered e-mails
  'subscriptionConversion', // subscriptions by touch 3 of first purchases of what runs out
  'openedOne', // of delivered, as are the clicks
  'clickedOne',
  'boughtOne', // of clicked
  'openedTwo',
  'clickedTwo',
  'boughtTwo',
  'openedThree',
  'clickedThree',
  'boughtThree',
] as const;

export type ShareBenchmark = (typeof SHARE_BENCHMARKS)[number];
export type PercentRange = { readonly lowPercent: number; readonly highPercent: number };
export type MoneyRange = { readonly lowMinor: number; readonly highMinor: number };

/** The figures as a merchant may edit them. */
export type Benchmarks = Readonly<Record<ShareBenchmark, PercentRange>> & {
  readonly revenuePerEmail: MoneyRange | null; // in the shop's currency; null: the published one, which is in dollars
};

/** Published benchmarks: other people's claims, shown for scale, never a prior and never a promise (R60). */
export const PUBLISHED_BENCHMARKS: Benchmarks = {
  orderValueLift: { lowPercent: 15, highPercent: 28 },
  upsellConversion: { lowPercent: 3, highPercent: 8 },
  subscriptionConversion: { lowPercent: 8, highPercent: 12 },
  openedOne: { lowPercent: 55, highPercent: 70 },
  clickedOne: { lowPercent: 12, highPercent: 18 },
  boughtOne: { lowPercent: 4, highPercent: 8 },
  openedTwo: { lowPercent: 40, highPercent: 55 },
  clickedTwo: { lowPercent: 8, highPercent: 14 },
  boughtTwo: { lowPercent: 3, highPercent: 6 },
  openedThree: { lowPercent: 35, highPercent: 50 },
  clickedThree: { lowPercent: 6, highPercent: 12 },
  boughtThree: { lowPercent: 2, highPercent: 5 },
  revenuePerEmail: null,
};

/** Revenue per e-mail was published in one currency; in another it would be a different claim. */
export const PUBLISHED_REVENUE_PER_EMAIL = { currency: 'USD', lowMinor: 300, highMinor: 1200 } as const;

/** One figure to hold a measurement against: fractions, or minor units of the shop's currency. */
export type Benchmark = { readonly range: Range; readonly isPublished: boolean };

export type ReportBenchmarks = {
  readonly shares: Readonly<Record<ShareBenchmark, Benchmark>>;
  readonly revenuePerEmail: Benchmark | null; // null: published in another currency than the shop's
};

/**
 * The benchmarks that a shop's figures are shown beside, each with whether it is still the published one.
 * In: the merchant's benchmarks (percent, minor units), the shop's currency (ISO 4217). Out: fractions and minor units.
 */
export function describeBenchmarks(benchmarks: Benchmarks, currency: string): ReportBenchmarks {
  const share = (name: ShareBenchmark): Benchmark => {
    const { lowPercent, highPercent } = benchmarks[name];
    return {
      range: { low: lowPercent / 100, high: highPercent / 100 },
      isPublished: isPublishedShare(name, benchmarks[name]),
    };
  };
  return {
    shares: {
      orderValueLift: share('orderValueLift'),
      upsellConversion: share('upsellConversion'),
      subscriptionConversion: share('subscriptionConversion'),
      openedOne: share('openedOne'),
      clickedOne: share('clickedOne'),
      boughtOne: share('boughtOne'),
      openedTwo: share('openedTwo'),
      clickedTwo: share('clickedTwo'),
      boughtTwo: share('boughtTwo'),
      openedThree: share('openedThree'),
      clickedThree: share('clickedThree'),
      boughtThree: share('boughtThree'),
    },
    revenuePerEmail: describeRevenue(benchmarks.revenuePerEmail, currency),
  };
}

/** Whether a share is still the published one. In: its name, the range (percent). */
export function isPublishedShare(name: ShareBenchmark, { lowPercent, highPercent }: PercentRange): boolean {
  const published = PUBLISHED_BENCHMARKS[name];
  return lowPercent === published.lowPercent && highPercent === published.highPercent;
}

function describeRevenue(own: MoneyRange | null, currency: string): Benchmark | null {
  const published = PUBLISHED_REVENUE_PER_EMAIL.currency === currency ? PUBLISHED_REVENUE_PER_EMAIL : null;
  const { lowMinor, highMinor } = own ?? published ?? {};
  if (lowMinor === undefined || highMinor === undefined) return null;
  return {
    range: { low: lowMinor, high: highMinor },
    isPublished: lowMinor === published?.lowMinor && highMinor === published.highMinor,
  };
}

export type Standing = 'below' | 'inside' | 'above';

/**
 * Where a figure stands beside a benchmark, as far as its data can tell. In: the 95 % interval of the figure, the
 * benchmark, both in one unit. Out: null while the interval reaches across a border of the benchmark.
 */
export function standingBeside(interval: Range, benchmark: Range): Standing | null {
  if (interval.high < benchmark.low) return 'below';
  if (interval.low > benchmark.high) return 'above';
  return interval.low >= benchmark.low && interval.high <= benchmark.high ? 'inside' : null;
}
