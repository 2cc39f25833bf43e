import { useNavigate } from '@remix-run/react';
import { useEffect } from 'react';
import {
  NO_DIFFERENCES,
  segmentIdFrom,
  type Differences,
  type Fact,
  type OwnSegment,
} from '#core/segments/own-segment';
import { segmentRows } from '#core/segments/segment-rows';
import { LEAVES_UNASKED } from '#ui/use-leave-confirmation';
import { useSettingsForm } from '#ui/use-settings-form';
import type { SegmentPage } from './segment-page';

/** As it is typed: a number that is not one yet stays what it is until the server says so at its field. */
export type DraftCondition = { readonly fact: Fact; readonly is: string; readonly value?: number | string };
export type DraftDifferences = Omit<Differences, 'priceShare' | 'pointsPerCurrencyUnit'> & {
  readonly priceShare: { readonly fromPercent: number | string; readonly toPercent: number | string } | null;
  readonly pointsPerCurrencyUnit: number | string | null;
};
export type DraftSegment = Omit<OwnSegment, 'conditions' | 'differences'> & {
  readonly conditions: ReadonlyArray<DraftCondition>;
  readonly differences: DraftDifferences;
};

const BLANK: DraftSegment = {
  id: '',
  name: '',
  isOn: true,
  join: 'all',
  conditions: [{ fact: 'order_count', is: 'at_least', value: '' }],
  differences: NO_DIFFERENCES,
};

/** The address of the page for a new segment; no segment may be called so. */
const RESERVED = ['new'];

export type OwnSegmentForm = ReturnType<typeof useOwnSegment>;

/**
 * A form over one of the merchant's own segments. All of them are one setting, so that a place inside of it is named by
 * a path from the segment on, as "conditions.0.value". A new one stands behind all others, and saving it leads back.
 * In: what was loaded, the segment's id or null for a new one. Out: the draft, its change, its faults.
 */
export function useOwnSegment({
  id,
  version,
  segments,
  price,
}: Pick<SegmentPage, 'version' | 'segments' | 'price'> & { readonly id: string | null }) {
  const navigate = useNavigate();
  const form = useSettingsForm({
    version,
    values: { 'segments.own': segments.own, 'segments.order': segments.order },
  });
  const at = id === null ? segments.own.length : segments.own.findIndex((own) => own.id === id);
  const segment = form.value<ReadonlyArray<DraftSegment>>('segments.own')[at] ?? BLANK;
  const prefix = `segments.own.${at}`;
  const isAdded = id === null && form.savedVersion !== null;
  useEffect(() => {
    if (isAdded) navigate('/app/segments', LEAVES_UNASKED);
  }, [isAdded, navigate]);
  return {
    form,
    segment,
    prefix,
    fieldId: (path: string) => `${prefix}.${path}`,
    faultOf: (path: string) => form.faults[`${prefix}.${path}`],
    change: (part: Partial<DraftSegment>, mended: string) => {
      const ids = segmentRows({ segments, price }).map((row) => row.id);
      const changed = { ...segment, ...part };
      const named =
        id === null ? { ...changed, id: segmentIdFrom(changed.name, [...ids, ...RESERVED]) } : changed;
      form.set(
        'segments.own',
        [...segments.own].toSpliced(at, 1, named as OwnSegment),
        `${prefix}.${mended}`,
      );
      if (id === null) form.set('segments.order', [...ids, named.id]);
    },
  };
}
