import { useTranslations } from 'use-intl';
import { NO_DIFFERENCES } from '#core/segments/own-segment';
import type { Variation } from '#core/segments/settle-variation';
import { useFormats } from '#ui/use-formats';
import { useDifferenceWords } from '#ui/use-difference-words';
import { useReasons } from '#ui/use-reasons';
import { useSegmentNames } from '#ui/use-segment-names';
import type { TraceItem, TraceOffer } from '#flows/trace-items';

/** The reason of a thing that happened, and the numbers behind it, a sentence each. */
export function useItemLines(): (item: TraceItem) => ReadonlyArray<string> {
  const t = useTranslations('activity.trace');
  const activity = useTranslations('activity');
  const formats = useFormats();
  const reasonWords = useReasons();
  const nameOf = useSegmentNames();
  const changeLines = useChangeLines();
  const offerLines = useOfferLines();
  const gateLines = useGateLines();
  return (item) => {
    switch (item.kind) {
      case 'order': {
        const value = formats.money(item.valueMinor, item.currency);
        return [
          item.lineTitles.length === 0
            ? value
            : t('orderLine', { value, products: item.lineTitles.join(', ') }),
          ...(item.cancelledAt === null
            ? []
            : [t('cancelled', { when: formats.dateTime(item.cancelledAt) })]),
          ...(item.creditTouch === null ? [] : [t('credited', { number: item.creditTouch })]),
        ];
      }
      case 'entry':
        return [
          t('forOrder', { name: item.orderName }),
          ...(item.reason === null ? [] : [reasonWords(item.reason)]),
          ...(item.segments.length === 0
            ? []
            : [t('segmentsOf', { names: item.segments.map(nameOf).join(', ') })]),
          ...changeLines(item.variation),
        ];
      case 'decision':
        return [
          ...(item.reason === null ? [] : [reasonWords(item.reason)]),
          ...gateLines(item.gate),
          ...offerLines(item.offer),
        ];
      case 'failed':
        return [activity('reasonFailed', { detail: item.reason ?? '' })];
      case 'skippedAtEntry':
        return item.reason === null ? [] : [reasonWords(item.reason)];
      case 'event':
        return item.isMachine ? [t('machine')] : [];
      case 'suppressed':
        return [reasonWords(item.reason), sourceWords(t, item.source)];
      case 'ended':
        return [t('forOrder', { name: item.orderName }), reasonWords(item.reason)];
    }
  };
}

/** Which segment decided what, a sentence for each difference. */
function useChangeLines(): (variation: Variation | null) => ReadonlyArray<string> {
  const t = useTranslations('segments.variation');
  const nameOf = useSegmentNames();
  const wordsOf = useDifferenceWords();
  return (variation) =>
    (variation?.decided ?? []).map(({ difference, by }) =>
      t('line', {
        name: nameOf(variation?.segments.find(({ id }) => id === by) ?? { id: by }),
        difference: wordsOf(difference, variation?.differences ?? NO_DIFFERENCES),
      }),
    );
}

const SOURCES = ['link', 'shopify', 'email_event', 'activity', 'erasure'] as const;

function sourceWords(t: ReturnType<typeof useTranslations<'activity.trace'>>, source: string): string {
  const known = SOURCES.find((name) => name === source);
  return known ? t(`source.${known}`) : t('source.other', { source });
}

function useOfferLines(): (offer: TraceOffer | null) => ReadonlyArray<string> {
  const t = useTranslations('activity.trace');
  const tiers = useTranslations('activity.decision.tier');
  const formats = useFormats();
  return (offer) => {
    if (offer === null) return [];
    const { priceMinor, priceBaseMinor, priceShare, support, anchorBuyers } = offer;
    return [
      ...(offer.title === null ? [] : [t('offer', { product: offer.title })]),
      offer.table === 'replenishment'
        ? t('replenishment')
        : t('pairing', {
            support: formats.number(support),
            buyers: formats.number(anchorBuyers),
            rate: formats.percent(offer.confidence),
            tier: tiers(offer.tier ?? 'none'),
          }),
      ...(priceMinor === null || priceShare === null
        ? []
        : [
            t('price', {
              price: formats.money(priceMinor),
              percent: formats.percent(priceShare, 0),
              base: formats.money(priceBaseMinor),
            }),
          ]),
      ...(offer.ruledOut === 0 ? [] : [t('ruledOut', { count: offer.ruledOut })]),
    ];
  };
}

function useGateLines(): (gate: Extract<TraceItem, { kind: 'decision' }>['gate']) => ReadonlyArray<string> {
  const t = useTranslations('activity.trace');
  const formats = useFormats();
  return (gate) => {
    if (gate === null) return [];
    const { count, cap, dueAt, now } = gate.input;
    return [
      ...(typeof count === 'number' && typeof cap === 'number'
        ? [t('capNumbers', { count: formats.number(count), cap: formats.number(cap) })]
        : []),
      ...(typeof dueAt === 'string' && typeof now === 'string'
        ? [
            t('lateBy', {
              due: formats.dateTime(Date.parse(dueAt)),
              now: formats.dateTime(Date.parse(now)),
            }),
          ]
        : []),
      ...(gate.deferUntil === undefined ? [] : [t('until', { when: formats.dateTime(gate.deferUntil) })]),
    ];
  };
}
