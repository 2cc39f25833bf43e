import { useEffect, useState } from 'react';
import type { MessageKey } from '#core/message/message-texts';
import type { Preview } from '#flows/preview-touch';
import { postJson } from '#ui/post-json';

/** What the preview is asked for; a test mail is the same with an address. */
export type PreviewWish = {
  readonly messageKey: MessageKey;
  readonly orderId: string | null;
  readonly segments: ReadonlyArray<string> | null;
  readonly values: Readonly<Record<string, unknown>>; // changed and not saved
};

const PAUSE_MS = 250;

/**
 * The e-mail as it would be sent now, asked for anew when typing pauses. Not by a fetcher: Remix lets the newest of them
 * decide what is loaded again, and a preview that comes after a save would keep what was saved from being shown.
 * In: the wish. Out: the newest answer, and the last one that showed an e-mail, which stays while another is written.
 */
export function usePreview(wish: PreviewWish): {
  readonly answer: Preview | undefined;
  readonly lastShown: Extract<Preview, { kind: 'shown' }> | null;
} {
  const body = JSON.stringify(wish);
  const [answer, setAnswer] = useState<Preview>();
  const [lastShown, setLastShown] = useState<Extract<Preview, { kind: 'shown' }> | null>(null);
  useEffect(() => {
    const asking = new AbortController();
    const timer = setTimeout(() => {
      postJson<Preview>('/app/sequences/preview', body, asking.signal).then(
        (preview) => {
          setAnswer(preview);
          if (preview.kind === 'shown') setLastShown(preview);
        },
        (error: unknown) => {
          if (!asking.signal.aborted) setAnswer({ kind: 'failed', problem: String(error) });
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [body]);
  return { answer, lastShown };
}
