import { useFetcher } from '@remix-run/react';
import { useAppBridge } from '@shopify/app-bridge-react';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { PairingChange } from '#flows/change-pairings';
import type { PairingsAnswer } from '../../pairings-action.server';

const ACTION = '/app/pairings?index';

/** What a toast says about a change: the use that was chosen, or back to the counts. */
export type Told = 'pinned' | 'blocked' | 'touch_3_only' | 'curated' | 'automatic';

/**
 * Acts at once on pairings and says so in a toast with Undo.
 * Out: `change` with what it did in a word, `refresh`, `add`, the last answer and whether one is awaited.
 */
export function usePairingActions() {
  const fetcher = useFetcher<PairingsAnswer>();
  const shopify = useAppBridge();
  const t = useTranslations('pairings');
  const told = useRef<{ readonly told: Told; readonly count: number }>({ told: 'automatic', count: 0 });
  const submit = useRef((_body: unknown) => {});
  submit.current = (body) =>
    fetcher.submit(JSON.stringify(body), {
      method: 'post',
      action: ACTION,
      encType: 'application/json',
    });

  useEffect(() => {
    const answer = fetcher.state === 'idle' ? fetcher.data : undefined;
    if (!answer) return;
    if (answer.kind === 'refreshing') shopify.toast.show(t('refreshing'));
    if (answer.kind === 'undone') shopify.toast.show(t('toast.undone'));
    if (answer.kind === 'changed') {
      const { undo } = answer;
      shopify.toast.show(t(`toast.${told.current.told}`, { count: told.current.count }), {
        action: t('toast.undo'),
        onAction: () => submit.current({ intent: 'change', isUndo: true, changes: undo }),
      });
    }
  }, [fetcher.state, fetcher.data, shopify, t]);

  return {
    answer: fetcher.state === 'idle' ? fetcher.data : undefined,
    isBusy: fetcher.state !== 'idle',
    change: (changes: ReadonlyArray<PairingChange>, word: Told) => {
      told.current = { told: word, count: changes.length };
      submit.current({ intent: 'change', changes });
    },
    add: (key: Omit<PairingChange, 'use' | 'note' | 'startsAt' | 'endsAt'>) => {
      told.current = { told: 'curated', count: 1 };
      submit.current({ intent: 'add', ...key });
    },
    refresh: () => submit.current({ intent: 'refresh' }),
  };
}

export type PairingActions = ReturnType<typeof usePairingActions>;
