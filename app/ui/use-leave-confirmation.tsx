import { useBlocker, type Location } from '@remix-run/react';
import { useAppBridge } from '@shopify/app-bridge-react';
import { useEffect } from 'react';

/** Options of a navigation that no change can matter to any more, such as the one that follows a save. */
export const LEAVES_UNASKED = { state: { leavesUnasked: true } } as const;

const isUnasked = ({ state }: Location) => (state as typeof LEAVES_UNASKED.state | null)?.leavesUnasked;
const pathOf = ({ pathname }: Location) => pathname;

/**
 * Asks before the app goes elsewhere while a form has changes; the admin draws the question, beside its save bar.
 * In: whether there are changes, and which form an address shows: the one of its path, unless the screen knows better.
 */
export function useLeaveConfirmation(isDirty: boolean, formAt: (address: Location) => string = pathOf): void {
  const shopify = useAppBridge();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation, historyAction }) =>
      isDirty &&
      formAt(currentLocation) !== formAt(nextLocation) &&
      // An entry of the history keeps what it was opened with, but going back to it is another navigation.
      (historyAction === 'POP' || !isUnasked(nextLocation)),
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return undefined;
    // The promise may stay open for good when the merchant stays: the next attempt asks anew and this answer is void.
    let isOpen = true;
    shopify.saveBar.leaveConfirmation().then(
      () => isOpen && blocker.proceed(),
      () => isOpen && blocker.reset(),
    );
    return () => {
      isOpen = false;
    };
  }, [blocker, shopify]);
  // With nothing left to lose, what was stopped before is not taken up again when the admin's question ends.
  useEffect(() => {
    if (!isDirty && blocker.state === 'blocked') blocker.reset();
  }, [isDirty, blocker]);
}
