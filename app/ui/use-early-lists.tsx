import { useEffect } from 'react';

/** Safari has no idle callback. */
const LATER_MS = 1000;

/** Once the first page stands and the browser has nothing to do, fetches what the lists will be drawn with. */
export function useEarlyLists(): void {
  useEffect(() => {
    // Whatever hinders it: a list fetches its parts again when it comes to it.
    const fetchParts = () => void import('./list-parts').catch(() => undefined);
    if (typeof requestIdleCallback === 'undefined') {
      const timer = setTimeout(fetchParts, LATER_MS);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(fetchParts);
    return () => cancelIdleCallback(idle);
  }, []);
}
