import type { SeededRandom } from '../seeded-random';
import type { Aftermath, DraftOrder } from './draft-order';

const HOUR = 3_600_000;

type SpecialTraits = Pick<DraftOrder, 'sourceName' | 'test' | 'discount' | 'aftermath'>;

/** Draws what makes an order unlike the usual one: a test, another channel, a discount, a cancellation, a refund. */
export function drawSpecialTraits(isFirstOrder: boolean, random: SeededRandom): SpecialTraits {
  return {
    sourceName: drawSource(random),
    test: random.chance(0.003),
    discount: random.chance(isFirstOrder ? 0.15 : 0.03) ? { code: 'WELCOME10', percentOff: 10 } : null,
    aftermath: drawAftermath(random),
  };
}

function drawSource(random: SeededRandom): string {
  const fraction = random.fraction();
  if (fraction < 0.02) return 'pos';
  return fraction < 0.027 ? 'shopify_draft_order' : 'web';
}

function drawAftermath(random: SeededRandom): Aftermath | null {
  const fraction = random.fraction();
  if (fraction < 0.015) return { kind: 'cancelled', afterMs: random.whole(1, 48) * (HOUR / 6) };
  if (fraction < 0.045) {
    return {
      kind: 'refunded',
      afterMs: random.whole(4 * 24, 20 * 24) * HOUR,
      wholeOrder: random.chance(0.5),
    };
  }
  return null;
}
