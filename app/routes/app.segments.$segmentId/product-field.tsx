import { useFetcher } from '@remix-run/react';
import { BlockStack, Select, TextField } from '@shopify/polaris';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { searchProducts } from '#flows/search-products';
import { idNumber } from '#ui/id-number';

const TYPING_MS = 250;

/** A product out of the shop's catalogue: words to search by, and what was found by them. */
export function ProductField({
  id,
  label,
  helpText,
  error,
  value,
  titles,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly helpText: string;
  readonly error: string | undefined;
  readonly value: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly onChange: (productId: string) => void;
}) {
  const t = useTranslations('segments.page');
  const { load, data } = useFetcher<Awaited<ReturnType<typeof searchProducts>>>();
  const [words, setWords] = useState('');
  const [picked, setPicked] = useState(titles[value] ?? (value === '' ? '' : idNumber(value)));
  useEffect(() => {
    const address = `/app/pairings/products?${new URLSearchParams({ q: words }).toString()}`;
    const waiting = setTimeout(() => load(address), TYPING_MS);
    return () => clearTimeout(waiting);
  }, [words, load]);
  const found = data?.products.map(({ productId, title }) => ({ value: productId, label: title })) ?? [];
  const isFound = value === '' || found.some((product) => product.value === value);
  return (
    <BlockStack gap="200">
      <TextField label={t('search')} autoComplete="off" value={words} onChange={setWords} />
      <Select
        id={id}
        label={label}
        helpText={data && found.length === 0 ? t('noProducts') : helpText}
        error={error}
        placeholder={t('choose')}
        options={isFound ? found : [{ value, label: picked }, ...found]}
        value={value}
        onChange={(productId) => {
          setPicked(found.find((product) => product.value === productId)?.label ?? '');
          onChange(productId);
        }}
      />
    </BlockStack>
  );
}
