import { describe, expect, it } from 'vitest';
import { segmentRows, type SegmentRow } from '#core/segments/segment-rows';
import { settleVariation, variationOf } from '#core/segments/settle-variation';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { writeMessage } from '#core/message/write-message';
import { chooseOffer } from '#core/recommend/choose-offer';
import { buildSegment } from '../../support/build-segment';
import { messageInput } from '../message/message-input';
import { catalogueProduct, idOf, offerInput } from '../recommend/build-offer';

const cheap = buildSegment({ id: 'cheap', differences: { priceShare: { fromPercent: 25, toPercent: 30 } } });
const dear = buildSegment({ id: 'dear', differences: { priceShare: { fromPercent: 40, toPercent: 50 } } });
const points = buildSegment({ id: 'points', differences: { pointsPerCurrencyUnit: 2 } });

describe('differences of all matching segments', () => {
  it('add up where they want different things', () => {
    const { differences, decided } = settleVariation([cheap, points]);
    expect(differences).toMatchObject({ priceShare: { fromPercent: 25 }, pointsPerCurrencyUnit: 2 });
    expect(decided).toEqual([
      { difference: 'price_share', by: 'cheap' },
      { difference: 'points', by: 'points' },
    ]);
  });

  it.each<[ReadonlyArray<SegmentRow>, string, number]>([
    [[cheap, dear], 'cheap', 25],
    [[dear, cheap], 'dear', 40],
  ])('are the higher one’s where two want the same thing', (rows, by, fromPercent) => {
    const { segments, differences, decided } = settleVariation(rows);
    expect(decided).toEqual([{ difference: 'price_share', by }]);
    expect(differences.priceShare?.fromPercent).toBe(fromPercent);
    expect(segments).toHaveLength(2); // both are told
  });

  it('are settled for each text alone: one segment may have the subject and another the headline', () => {
    const subject = buildSegment({
      id: 'a',
      differences: { texts: { one: { subject: 'A', headline: null } } },
    });
    const both = buildSegment({ id: 'b', differences: { texts: { one: { subject: 'B', headline: 'B' } } } });
    const { differences, decided } = settleVariation([subject, both]);
    expect(differences.texts).toEqual({ one: { subject: 'A', headline: 'B' } });
    expect(decided).toEqual([
      { difference: 'subject.one', by: 'a' },
      { difference: 'headline.one', by: 'b' },
    ]);
  });

  it('of nobody’s segments are none', () => {
    expect(settleVariation([])).toMatchObject({ segments: [], decided: [], differences: { texts: {} } });
  });
});

describe('a sequence that is running', () => {
  const settings = {
    ...DEFAULT_SETTINGS,
    segments: { ...DEFAULT_SETTINGS.segments, own: [points], order: ['points', 'repeat'] },
  };

  it('keeps the segments that it began with, though one was switched off since', () => {
    const off = { ...settings, segments: { ...settings.segments, repeat: { isOn: false, fromOrders: 3 } } };
    expect(variationOf(['points', 'repeat'], off).segments.map(({ id }) => id)).toEqual(['points', 'repeat']);
    expect(variationOf([], settings).segments).toEqual([]);
  });

  it('the loyalty of a shop that names no points wants none, so that a lower row has its way', () => {
    const rows = segmentRows({
      ...settings,
      segments: { ...settings.segments, order: ['loyalty', 'points'] },
    });
    const loyal = rows.filter(({ id }) => id === 'loyalty' || id === 'points');
    expect(settleVariation(loyal).decided).toEqual([{ difference: 'points', by: 'points' }]);
  });
});

describe('what a variation does', () => {
  it('to the offer: within a tier the preferred prices come first, and never one outside of the band', () => {
    const followers = [
      { product: catalogueProduct(2, { priceMinor: 2800 }), support: 20 },
      { product: catalogueProduct(3, { priceMinor: 4500 }), support: 30 },
      { product: catalogueProduct(4, { priceMinor: 9000 }), support: 60 }, // outside
    ];
    const chosen = (rows: ReadonlyArray<SegmentRow>) =>
      chooseOffer(offerInput(followers, { priceShare: settleVariation(rows).differences.priceShare })).chosen
        ?.productId;
    expect(chosen([cheap])).toBe(idOf(2));
    expect(chosen([dear])).toBe(idOf(3));
    const outside = buildSegment({ differences: { priceShare: { fromPercent: 80, toPercent: 100 } } });
    expect(chosen([outside])).toBe(idOf(3)); // by score alone, inside of it
  });

  it('to the words: own texts with their tags filled, of that email and no other', () => {
    const own = buildSegment({
      differences: { texts: { one: { subject: 'Gold: {{ offer.title }}', headline: null } } },
    });
    const variation = settleVariation([own]);
    const plain = writeMessage(messageInput());
    expect(writeMessage(messageInput({ variation })).subject).toBe('Gold: Gel Insoles');
    expect(writeMessage(messageInput({ variation })).headline).toBe(plain.headline);
    const two = messageInput({ variation, touchNumber: 2 });
    expect(writeMessage(two).subject).toBe(writeMessage(messageInput({ touchNumber: 2 })).subject);
  });
});
