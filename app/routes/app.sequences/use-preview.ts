import { useFetcher } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';
import type { MessageKey } from '#core/message/message-texts';
import type { Preview } from '#flows/preview-touch';

/** What the preview is asked for; a test mail is the same with an address. */
export type PreviewWish = {
  readonly messageKey: MessageKey;
  readonly orderId: string | null;
  readonly segments: ReadonlyArray<string> | null;
  readonly values: Readonly<Record<string, unknown>>; // changed and not saved
};

const PAUSE_MS = 250;

/**
 * The e-mail as it would be sent now, asked for anew when typing pauses.
 * In: the wish. Out: the newest answer, and the last one that showed an e-mail, which stays while another is written.
 */
export function usePreview(wish: PreviewWish): {
  readonly answer: Preview | undefined;
  readonly lastShown: Extract<Preview, { kind: 'shown' }> | null;
} {
  const fetcher = useFetcher<Preview>();
  const submit = useRef(fetcher.submit);
  submit.current = fetcher.submit;
  const body = JSON.stringify({ intent: 'preview', ...wish });
  useEffect(() => {
    const timer = setTimeout(() => {
      submit.current(body, { method: 'post', encType: 'application/json' });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [body]);

  const answer = fetcher.data;
  const [lastShown, setLastShown] = useState<Extract<Preview, { kind: 'shown' }> | null>(null);
  useEffect(() => {
    if (answer?.kind === 'shown') setLastShown(answer);
  }, [answer]);
  return { answer, lastShown };
}
