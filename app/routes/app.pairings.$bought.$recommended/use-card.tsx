import { useFetcher, type Location } from '@remix-run/react';
import { SaveBar, useAppBridge } from '@shopify/app-bridge-react';
import { Banner, BlockStack, Card, ChoiceList, Link, Text, TextField } from '@shopify/polaris';
import { useEffect, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PairingUse } from '#core/affinity/override';
import type { PairingDetail } from '#flows/describe-pairing';
import { useFormats } from '#ui/use-formats';
import { useLeaveConfirmation } from '#ui/use-leave-confirmation';
import type { PairingsAnswer } from '../../pairings-action.server';
import { pairingUrl } from '../app.pairings._index/read-query';
import type { View } from './view';

type Choice = PairingUse | 'automatic';

/** Both tables of a pairing have one path, and each a form of its own. */
const formAt = ({ pathname, search }: Location) => `${pathname} ${new URLSearchParams(search).get('table')}`;

/** How the merchant wants the pairing used, with a note for their team; saved with the bar of the admin. */
export function UseCard({
  detail,
  view,
  list,
}: {
  readonly detail: PairingDetail;
  readonly view: View;
  readonly list: string;
}) {
  const t = useTranslations('pairings');
  const { dateTime } = useFormats();
  const form = useUseForm(view);
  useLeaveConfirmation(form.isDirty, formAt);
  const other = detail.views.find(({ table }) => table !== view.table);
  return (
    <BlockStack gap="400">
      {form.problem && <Banner tone="critical">{t(`refused.${form.problem}`)}</Banner>}
      <Card>
        <BlockStack gap="300">
          <ChoiceList
            title={t('detail.use')}
            choices={choicesFor(view).map((choice) => ({
              value: choice,
              label: t(`detail.choices.${choice}`),
              helpText: t(`detail.help.${choice}`),
            }))}
            selected={[form.choice]}
            onChange={([choice]) =>
              form.setChoice(choicesFor(view).find((known) => known === choice) ?? 'automatic')
            }
          />
          <TextField
            label={t('detail.note')}
            autoComplete="off"
            maxLength={500}
            multiline={2}
            value={form.note}
            onChange={form.setNote}
            disabled={form.choice === 'automatic'}
          />
          <Text as="p" variant="bodySm" tone="subdued">
            {t('detail.useOf', { table: t(`table.${view.table}`) })}
          </Text>
          {other && (
            <Link url={pairingUrl(other, list)}>
              {t('detail.other', { table: t(`table.${other.table}`) })}
            </Link>
          )}
          {view.savedBy !== null && view.savedAt !== null && (
            <Text as="p" variant="bodySm" tone="subdued">
              {t('detail.who', { who: view.savedBy, when: dateTime(view.savedAt) })}
            </Text>
          )}
        </BlockStack>
      </Card>
      <SaveBar id={form.barId} open={form.isDirty}>
        <button variant="primary" disabled={form.isSaving} onClick={form.save}>
          {t('detail.save')}
        </button>
        <button disabled={form.isSaving} onClick={form.discard}>
          {t('detail.discard')}
        </button>
      </SaveBar>
    </BlockStack>
  );
}

/** A pairing that was never counted has nothing automatic about it; touch 3 looks at the same order only. */
function choicesFor({ counts, table, chosenUse }: View): ReadonlyArray<Choice> {
  if (!counts) return ['curated', 'pinned', 'blocked'];
  return [
    'automatic',
    'pinned',
    ...(table === 'same_order' ? (['touch_3_only'] as const) : []),
    'blocked',
    ...(chosenUse === 'curated' ? (['curated'] as const) : []),
  ];
}

function useUseForm(view: View) {
  const fetcher = useFetcher<PairingsAnswer>();
  const shopify = useAppBridge();
  const t = useTranslations('pairings');
  const saved: Choice = view.chosenUse ?? 'automatic';
  const [choice, setChoice] = useState<Choice>(saved);
  const [note, setNote] = useState(view.note);
  const barId = `pairing-${useId().replaceAll(':', '')}`;
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined;
  useEffect(() => {
    if (answer?.kind === 'changed') shopify.toast.show(t('toast.saved'));
  }, [answer, shopify, t]);
  const noteToSave = choice === 'automatic' ? '' : note;
  return {
    barId,
    choice,
    setChoice,
    note,
    setNote,
    problem: answer?.kind === 'refused' ? answer.problem : null,
    isSaving: fetcher.state !== 'idle',
    isDirty: choice !== saved || noteToSave !== view.note,
    discard: () => {
      setChoice(saved);
      setNote(view.note);
    },
    save: () => {
      const { table, boughtId: antecedentId, recommendedId: consequentId } = view;
      const use = choice === 'automatic' ? null : choice;
      const change = { table, antecedentId, consequentId, use, note: noteToSave };
      fetcher.submit(JSON.stringify({ intent: 'change', changes: [change] }), {
        method: 'post',
        encType: 'application/json',
      });
    },
  };
}
