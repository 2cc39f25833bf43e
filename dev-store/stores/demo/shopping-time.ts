import type { Instant } from '../../model';
import type { SeededRandom } from '../seeded-random';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A moment about `gapMs` after `since`, between 06:00 and 22:00 UTC, never less than an hour later. */
export function shoppingTime(since: Instant, gapMs: number, random: SeededRandom): Instant {
  const day = Math.floor((since + gapMs) / DAY) * DAY;
  const at = day + Math.floor(random.between(6, 22) * 3600) * 1000;
  return Math.max(at, since + HOUR);
}
