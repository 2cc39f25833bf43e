/** What one customer adds: y in integer minor units, x as a count of orders or purchase occasions. */
export type Observation = { readonly y: number; readonly x: number };

/**
 * Sufficient statistics of one arm. All are whole numbers, so a merge is exact while every sum stays below 2^53
 * (a million customers of 900 dollars each stay a hundredfold below).
 */
export type Moments = {
  readonly n: number;
  readonly sumY: number;
  readonly sumX: number;
  readonly sumYY: number;
  readonly sumXX: number;
  readonly sumXY: number;
};

export const NO_MOMENTS: Moments = { n: 0, sumY: 0, sumX: 0, sumYY: 0, sumXX: 0, sumXY: 0 };

/** The moments with one more customer. Throws when y or x is no whole number. */
export function addToMoments(moments: Moments, { y, x }: Observation): Moments {
  if (!Number.isSafeInteger(y) || !Number.isSafeInteger(x)) {
    throw new Error(`y ${y} and x ${x} must be whole; give money in minor units and count whole orders`);
  }
  return {
    n: moments.n + 1,
    sumY: moments.sumY + y,
    sumX: moments.sumX + x,
    sumYY: moments.sumYY + y * y,
    sumXX: moments.sumXX + x * x,
    sumXY: moments.sumXY + x * y,
  };
}

/** The moments of two disjoint sets of customers taken together, in any order. */
export function mergeMoments(a: Moments, b: Moments): Moments {
  return {
    n: a.n + b.n,
    sumY: a.sumY + b.sumY,
    sumX: a.sumX + b.sumX,
    sumYY: a.sumYY + b.sumYY,
    sumXX: a.sumXX + b.sumXX,
    sumXY: a.sumXY + b.sumXY,
  };
}

/** The moments of a list of customers. Throws when a y or x is no whole number. */
export function momentsOf(observations: ReadonlyArray<Observation>): Moments {
  return observations.reduce(addToMoments, NO_MOMENTS);
}

/** Mean and sample variance (divisor n - 1) of y, in minor units and their square. NaN variance below two customers. */
export function summariseY({ n, sumY, sumYY }: Moments): {
  readonly mean: number;
  readonly variance: number;
} {
  const mean = sumY / n;
  return { mean, variance: (sumYY - sumY * mean) / (n - 1) };
}
