import type { Settings } from '../settings/settings';
import { NO_DIFFERENCES, type OwnSegment } from './own-segment';

/** The four ready-made segments, in the order that a shop begins with. */
export const READY_MADE = ['loyalty', 'high_aov', 'repeat', 'first_time'] as const;
export type ReadyMade = (typeof READY_MADE)[number];

/** Where the settings of a ready-made segment stand below `segments`. */
export const READY_MADE_SETTINGS = {
  loyalty: 'loyalty',
  high_aov: 'highAov',
  repeat: 'repeat',
  first_time: 'firstTime',
} as const satisfies Readonly<Record<ReadyMade, keyof Settings['segments']>>;

/** A segment, ready-made or the merchant's own, as matching, counting and the screen take it. */
export type SegmentRow = Omit<OwnSegment, 'name'> & { readonly name: string | null }; // null: ready-made

export function isReadyMade(id: string): id is ReadyMade {
  return READY_MADE.some((known) => known === id);
}

/**
 * All segments of a shop in the merchant's order; one that the order does not name stands behind those it names.
 * In: settings. Out: every row once, those that are off included. The higher row wins where two want the same thing.
 */
export function segmentRows(settings: Pick<Settings, 'segments' | 'price'>): ReadonlyArray<SegmentRow> {
  const rows: ReadonlyArray<SegmentRow> = [
    ...READY_MADE.map((id) => readyMadeRow(id, settings)),
    ...settings.segments.own,
  ];
  const placeOf = ({ id }: SegmentRow) => {
    const at = settings.segments.order.indexOf(id);
    return at < 0 ? settings.segments.order.length : at;
  };
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function readyMadeRow(id: ReadyMade, { segments, price }: Pick<Settings, 'segments' | 'price'>): SegmentRow {
  const shared = { id, name: null, join: 'all' } as const;
  switch (id) {
    case 'loyalty': {
      const { isOn, tag, pointsPerCurrencyUnit } = segments.loyalty;
      return {
        ...shared,
        isOn,
        conditions: [{ fact: 'tag', is: 'is', value: tag }],
        differences: { ...NO_DIFFERENCES, pointsPerCurrencyUnit },
      };
    }
    case 'high_aov':
      return {
        ...shared,
        isOn: segments.highAov.isOn,
        conditions: [{ fact: 'mean_order_value', is: 'is', value: segments.highAov.topPercent }],
        differences: { ...NO_DIFFERENCES, exclusivity: true },
      };
    case 'repeat': {
      const share = { fromPercent: price.touchOnePreferredPercent, toPercent: price.touchOneToPercent };
      return {
        ...shared,
        isOn: segments.repeat.isOn,
        conditions: [{ fact: 'order_count', is: 'at_least', value: segments.repeat.fromOrders }],
        differences: { ...NO_DIFFERENCES, priceShare: share },
      };
    }
    case 'first_time':
      return {
        ...shared,
        isOn: segments.firstTime.isOn,
        conditions: [{ fact: 'order_count', is: 'at_most', value: 1 }],
        differences: { ...NO_DIFFERENCES, trustBlock: true },
      };
  }
}
