import { MINUTE_MS, type Instant } from '#core/shared/time';
import { loadDueTouches } from './load-due-touches';
import type { Tools } from './ports';
import { sendTouch } from './send-touch';

/** Long enough for the slowest answer of a provider, short enough that a dead process holds nothing for long. */
const LEASE_MS = 2 * MINUTE_MS;

/** People served side by side: a provider's answer takes far longer than all the rest. As many e-mails may be unknown
 * when a process dies. */
export const SENDS_AT_ONCE = 4;

/**
 * Takes the touches that are due, oldest first, and brings each to an outcome: an e-mail is handed over only between
 * its own two commits, so a process that dies leaves at most the few in its hands unknown. One person's touches follow
 * each other, because each counts for the next one's cap.
 * In: now (ms), most touches to take, a signal that asks to stop. Out: how many were taken; claims not begun are
 * released when stopped. Throws what failed first, after everything of other shops was done.
 */
export async function sendDueTouches(
  tools: Tools,
  input: { readonly now: Instant; readonly limit: number; readonly signal?: AbortSignal },
): Promise<number> {
  const { now, limit, signal } = input;
  const claims = await tools.store.claimDueTouches(now, limit, LEASE_MS);

  const waiting = new Set(claims);
  const failures: unknown[] = [];
  for (const [shopId, ofShop] of Map.groupBy(claims, (claim) => claim.shopId)) {
    // What fails keeps its claim: the lease is the pause before it is tried again, and holds up nobody else.
    for (const claim of ofShop) waiting.delete(claim);
    const failuresBefore = failures.length;
    const isStopped = () => signal?.aborted === true || failures.length > failuresBefore;
    try {
      const due = await loadDueTouches(tools, shopId, ofShop, now);
      for (const claim of ofShop) waiting.add(claim);
      const people = [...Map.groupBy(due, (touch) => touch.claim.personId).values()];
      const serve = async () => {
        for (let touches = people.shift(); touches; touches = people.shift()) {
          for (const touch of touches) {
            if (isStopped()) return;
            waiting.delete(touch.claim);
            await sendTouch(tools, { touch, now }).catch((error: unknown) => failures.push(error));
          }
        }
      };
      await Promise.all(Array.from({ length: SENDS_AT_ONCE }, serve));
    } catch (error) {
      failures.push(error);
    }
  }

  const left = [...waiting];
  if (left.length > 0) await tools.store.releaseClaims(left);
  if (failures.length > 0) throw failures[0];
  return claims.length;
}
