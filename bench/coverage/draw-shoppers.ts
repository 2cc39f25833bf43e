import { momentsOf, type Observation, type Moments } from '#core/lift/moments';

const BUYER_RATE = 0.25;
/** Of log(value): taste of the shopper and chance of the order; together the dearest hundredth is ten times the median. */
const [OF_SHOPPER, OF_ORDER] = [0.6, 0.8];
const MEDIAN_MINOR = 4000;

/** What a shopper adds: four in ten buyers come more than once, and what they spend on an order has a heavy tail. */
export function drawShopper(draw: () => number, dearer = 1): Observation {
  if (draw() >= BUYER_RATE) return { y: 0, x: 0 };
  const taste = OF_SHOPPER * drawNormal(draw);
  let [x, y] = [0, 0];
  do {
    x += 1;
    y += Math.round(MEDIAN_MINOR * dearer * Math.exp(taste + OF_ORDER * drawNormal(draw)));
  } while (draw() < 0.4);
  return { y, x };
}

export function drawMoments(shoppers: number, draw: () => number, dearer = 1): Moments {
  return momentsOf(Array.from({ length: shoppers }, () => drawShopper(draw, dearer)));
}

/** Customers of whom about so many buy. */
export function shoppersFor(buyers: number): number {
  return Math.round(buyers / BUYER_RATE);
}

/** Box and Muller 1958. */
function drawNormal(draw: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - draw())) * Math.cos(2 * Math.PI * draw());
}
