import { useNavigate } from '@remix-run/react';
import { useAppBridge } from '@shopify/app-bridge-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { faultAt, MOST_FILE_BYTES } from '#core/affinity/pairing-file';
import type { ImportAnswer, ImportPreview } from '#flows/import-pairings';

type Told = Exclude<ImportPreview | ImportAnswer, { readonly kind: 'imported' }>;

export type Import =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reading' | 'importing' | 'failed'; readonly file: File }
  | { readonly kind: 'told'; readonly file: File; readonly told: Told };

/**
 * A file is read and judged first; only `confirm` imports it, and then the list shows what became of it.
 * Out: how far it is, `choose` for a file (again), `confirm` with the fingerprint of what was seen.
 */
export function useImport() {
  const t = useTranslations('pairingImport');
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const [state, setState] = useState<Import>({ kind: 'waiting' });
  const newest = useRef(0); // the answer about a file that was chosen before is not waited for
  useEffect(() => () => void (newest.current = -1), []);

  const ask = async (file: File, seen: string | null) => {
    const asked = (newest.current += 1);
    setState({ kind: seen === null ? 'reading' : 'importing', file });
    const answer = await send(file, seen).catch(() => null);
    if (answer?.kind === 'imported') shopify.toast.show(t('done', answer));
    if (asked !== newest.current) return;
    if (answer?.kind === 'imported') navigate('/app/pairings?tab=own');
    else setState(answer === null ? { kind: 'failed', file } : { kind: 'told', file, told: answer });
  };
  return {
    state,
    choose: (file: File) => {
      if (file.size <= MOST_FILE_BYTES) return void ask(file, null);
      const faults = [faultAt({ line: 1 }, '', 'file_too_large')];
      setState({ kind: 'told', file, told: { kind: 'faulty', faults, faultCount: 1 } });
    },
    confirm: (file: File, seen: string) => void ask(file, seen),
  };
}

/** The file goes as it is, for its bytes tell the encoding. Throws when no answer comes. */
async function send(file: File, seen: string | null): Promise<ImportPreview | ImportAnswer> {
  const search = seen === null ? '' : `?${new URLSearchParams({ seen }).toString()}`;
  const response = await fetch(`/app/pairings/import/file${search}`, {
    method: 'POST',
    body: file,
    headers: { 'Content-Type': 'text/csv' },
  });
  if (!response.ok) throw new Error(`the file was answered with ${response.status}`);
  return (await response.json()) as ImportPreview | ImportAnswer;
}
