import { toIso } from '#core/shared/time';
import type { SimulatedDays } from './simulated-days';

const EVERY_MS = 5000;

/** Tells on stderr how far a simulation is, a line every five seconds. */
export function createProgress({ historyUntil, to }: SimulatedDays) {
  let told = 0;
  const say = (line: () => string) => {
    if (performance.now() - told < EVERY_MS) return;
    told = performance.now();
    process.stderr.write(`${line()}\n`);
  };
  return {
    importing: (ordersRead: number) => say(() => `importing history: ${ordersRead} orders read`),
    stepping: (now: number) =>
      say(
        () => `${Math.floor((100 * (now - historyUntil)) / (to - historyUntil))} %, simulated ${toIso(now)}`,
      ),
    writing: () => process.stderr.write('writing results\n'),
  };
}
