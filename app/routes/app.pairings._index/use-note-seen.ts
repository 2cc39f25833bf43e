import { useFetcher, useSearchParams } from '@remix-run/react';
import { useEffect, useRef } from 'react';

/**
 * Tells the server once that this page was looked at, when it is drawn: loading a page must not change anything, for
 * browsers also load what nobody opens. In: whether that is known already. Out: nothing.
 */
export function useNoteSeen(isKnown: boolean): void {
  const fetcher = useFetcher();
  const [search] = useSearchParams();
  const submit = useRef(fetcher.submit);
  submit.current = fetcher.submit;
  const address = `/app/pairings?index&${search.toString()}`;
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (isKnown || told.current === address) return;
    told.current = address;
    submit.current(JSON.stringify({ intent: 'seen' }), {
      method: 'post',
      action: address,
      encType: 'application/json',
    });
  }, [isKnown, address]);
}
