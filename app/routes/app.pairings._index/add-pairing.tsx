import { useFetcher } from '@remix-run/react';
import { Modal, TitleBar } from '@shopify/app-bridge-react';
import { Banner, BlockStack, Box, Button, ChoiceList, InlineStack, OptionList, Spinner, Text, TextField } from '@shopify/polaris'; // prettier-ignore
import { useEffect, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PairingTable } from '#core/affinity/pairing';
import type { searchProducts } from '#flows/search-products';
import type { PairingActions } from './use-pairing-actions';

type Found = Awaited<ReturnType<typeof searchProducts>>;
type Picked = { readonly productId: string; readonly title: string };

const TYPING_MS = 250;
const TABLES = ['same_order', 'next_order'] as const;

type Properties = { readonly actions: PairingActions; readonly onClose: () => void };

/**
 * A modal to add a pairing of one's own out of the shop's catalogue. Mounted while it is open: App Bridge moves what is
 * in it, so that a server-drawn one would not be found again.
 */
export function AddPairing({ actions, onClose }: Properties) {
  const t = useTranslations('pairings');
  const id = useId().replaceAll(':', '');
  const [answerBefore] = useState(actions.answer);
  const [bought, setBought] = useState<Picked | null>(null);
  const [recommended, setRecommended] = useState<Picked | null>(null);
  const [table, setTable] = useState<PairingTable>('same_order');
  const answer = actions.answer === answerBefore ? undefined : actions.answer;
  const isAdded = answer?.kind === 'changed';
  useEffect(() => {
    if (isAdded) onClose();
  }, [isAdded, onClose]);
  const refused =
    answer?.kind === 'refused' ? answer.problem : answer?.kind === 'exists' ? answer.kind : null;
  const isSame = bought !== null && bought.productId === recommended?.productId;
  const problem = isSame ? 'same_product' : refused;
  return (
    <Modal id={`add-pairing-${id}`} open onHide={onClose}>
      <Box padding="400">
        <BlockStack gap="400">
          {problem && <Banner tone="critical">{t(`refused.${problem}`)}</Banner>}
          <ProductChoice label={t('adding.bought')} picked={bought} onPick={setBought} />
          <ProductChoice label={t('adding.recommended')} picked={recommended} onPick={setRecommended} />
          <ChoiceList
            title={t('adding.table')}
            choices={TABLES.map((value) => ({
              value,
              label: t(`table.${value}`),
              helpText: t(`adding.tableHelp.${value}`),
            }))}
            selected={[table]}
            onChange={([value]) => setTable(TABLES.find((known) => known === value) ?? 'same_order')}
          />
        </BlockStack>
      </Box>
      <TitleBar title={t('adding.title')}>
        <button
          variant="primary"
          disabled={!bought || !recommended || isSame || actions.isBusy}
          onClick={() =>
            bought &&
            recommended &&
            actions.add({ table, antecedentId: bought.productId, consequentId: recommended.productId })
          }
        >
          {t('adding.save')}
        </button>
        <button onClick={onClose}>{t('adding.cancel')}</button>
      </TitleBar>
    </Modal>
  );
}

function ProductChoice({
  label,
  picked,
  onPick,
}: {
  readonly label: string;
  readonly picked: Picked | null;
  readonly onPick: (picked: Picked | null) => void;
}) {
  const t = useTranslations('pairings.adding');
  const fetcher = useFetcher<Found>();
  const [words, setWords] = useState('');
  const { load } = fetcher;
  useEffect(() => {
    if (picked) return undefined;
    const address = `/app/pairings/products?${new URLSearchParams({ q: words }).toString()}`;
    const waiting = setTimeout(() => load(address), TYPING_MS);
    return () => clearTimeout(waiting);
  }, [words, picked, load]);
  if (picked) {
    return (
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          {label}
        </Text>
        <InlineStack align="space-between" blockAlign="center">
          <Text as="span">{picked.title}</Text>
          <Button variant="plain" onClick={() => onPick(null)}>
            {t('change')}
          </Button>
        </InlineStack>
      </BlockStack>
    );
  }
  const found = fetcher.data;
  return (
    <BlockStack gap="100">
      <TextField
        label={label}
        placeholder={t('search')}
        autoComplete="off"
        value={words}
        onChange={setWords}
      />
      {!found && <Spinner size="small" accessibilityLabel={t('loading')} />}
      {found && found.products.length === 0 && (
        <Text as="p" tone="subdued">
          {t('none')}
        </Text>
      )}
      {found && found.products.length > 0 && (
        <div style={{ maxHeight: '10rem', overflowY: 'auto' }} tabIndex={0} role="group" aria-label={label}>
          <OptionList
            options={found.products.map(({ productId, title }) => ({ value: productId, label: title }))}
            selected={[]}
            onChange={([productId]) =>
              onPick(found.products.find((product) => product.productId === productId) ?? null)
            }
          />
        </div>
      )}
      {found?.hasMore === true && (
        <Text as="p" variant="bodySm" tone="subdued">
          {t('more', { count: found.products.length })}
        </Text>
      )}
    </BlockStack>
  );
}
