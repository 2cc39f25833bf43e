/** What one customer adds: y in integer minor units, x as a count of orders or purchase occasions. */
export type Observation = { readonly y: number; readonly x: number };

/**
 * Sufficient statistics of one arm. All are whole numbers, so a merge is exact while every sum stays below 2^53 (a
 * million customers of 900.00 each just do); beyond, the first fifteen digits are right.
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
export function momentsOf(observations: Iterable<Observation>): Moments {
  return momentsBy(
    observations,
    ({ y }) => y,
    ({ x }) => x,
  );
}

/** The same of things that hold y and x under other names. */
export function momentsBy<T>(
  customers: Iterable<T>,
  yOf: (customer: T) => number,
  xOf: (customer: T) => number,
): Moments {
  const sums = { ...NO_MOMENTS }; // a copy for each customer would cost more than the sums
  for (const customer of customers) {
    const [y, x] = [yOf(customer), xOf(customer)];
    if (!Number.isSafeInteger(y) || !Number.isSafeInteger(x)) {
      throw new Error(`y ${y} and x ${x} must be whole; give money in minor units and count whole orders`);
    }
    sums.n += 1;
    sums.sumY += y;
    sums.sumX += x;
    sums.sumYY += y * y;
    sums.sumXX += x * x;
    sums.sumXY += x * y;
  }
  return sums;
}

/** Mean and sample variance (divisor n - 1) of y, in minor units and their square. NaN variance below two customers. */
export function summariseY({ n, sumY, sumYY }: Moments): {
  readonly mean: number;
  readonly variance: number;
} {
  const mean = sumY / n;
  return { mean, variance: (sumYY - sumY * mean) / (n - 1) };
}
