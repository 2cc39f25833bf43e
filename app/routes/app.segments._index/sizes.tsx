import { Await } from '@remix-run/react';
import { Box, Text } from '@shopify/polaris';
import { Suspense, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { ValueBorders } from '#core/segments/customer-facts';
import type { SegmentRow } from '#core/segments/segment-rows';
import type { SegmentSize, SegmentSizes } from '#flows/ports/segment-store';
import { useFormats } from '#ui/use-formats';

type Sizes = { readonly sizes: Promise<SegmentSizes> };
type InSentence = { readonly isSentence?: boolean }; // on phones, where no column says what the number counts

/** How many customers a segment holds now, once it is counted. */
export function SizeOf({
  sizes,
  row,
  borders,
  isSentence = false,
}: Sizes & InSentence & { readonly row: SegmentRow; readonly borders: ValueBorders }) {
  const t = useTranslations('segments');
  const words = useSizeWords(isSentence);
  const asksBorder = row.conditions.some(({ fact }) => fact === 'mean_order_value');
  return (
    <Counted sizes={sizes}>
      {(counted) => {
        const size = counted.sizes[row.id] ?? null;
        if (size === null) return t('notCounted');
        return asksBorder && borders === null && size.count === 0 ? t('tooFew') : words(size);
      }}
    </Counted>
  );
}

/** How many customers no segment holds. */
export function EveryoneElse({ sizes, isSentence = false }: Sizes & InSentence) {
  const words = useSizeWords(isSentence);
  return <Counted sizes={sizes}>{(counted) => words(counted.others)}</Counted>;
}

/** Why a number is a bound, where one is. */
export function SizesHelp({ sizes }: Sizes) {
  const t = useTranslations('segments');
  return (
    <Suspense>
      <Await resolve={sizes} errorElement={null}>
        {(counted) =>
          counted.others.isAtMost && (
            <Box padding="300">
              <Text as="p" tone="subdued">
                {t('atMostHelp')}
              </Text>
            </Box>
          )
        }
      </Await>
    </Suspense>
  );
}

function Counted({ sizes, children }: Sizes & { readonly children: (counted: SegmentSizes) => ReactNode }) {
  const t = useTranslations('segments');
  return (
    <Suspense fallback={t('counting')}>
      <Await resolve={sizes} errorElement={t('countFailed')}>
        {children}
      </Await>
    </Suspense>
  );
}

function useSizeWords(isSentence: boolean): (size: SegmentSize) => string {
  const t = useTranslations('segments');
  const { number } = useFormats();
  return ({ count, isAtMost }) => {
    if (isSentence) return t(isAtMost ? 'atMost' : 'customers', { count });
    return t(isAtMost ? 'countAtMost' : 'count', { count: number(count) });
  };
}
