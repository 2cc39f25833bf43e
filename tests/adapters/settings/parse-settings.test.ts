import { describe, expect, it } from 'vitest';
import { parseSettings, SettingsError } from '#adapters/settings/parse-settings';
import { DEFAULT_SETTINGS, SETTING_RANGES } from '#core/settings/settings';

const faultsOf = (given: unknown) => {
  try {
    parseSettings(given);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.faults.map(({ path, problem }) => `${path}: ${problem}`);
    throw error;
  }
};

const nested = (path: string, value: unknown): unknown =>
  path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);

describe('reading settings', () => {
  it('nothing given leaves the defaults', () => {
    expect(parseSettings({})).toEqual(DEFAULT_SETTINGS);
  });

  it('what is given changes only that', () => {
    const parsed = parseSettings({ touches: { two: { day: 4 } } });
    expect(parsed).toEqual({
      ...DEFAULT_SETTINGS,
      touches: { ...DEFAULT_SETTINGS.touches, two: { isOn: true, day: 4 } },
    });
  });

  const withinOthers = new Set(['affinity.strongPercent', 'affinity.moderatePercent', 'sendHours.at', 'sendHours.from', 'sendHours.until', 'price.touchOneFromPercent', 'price.touchOneToPercent']); // prettier-ignore
  it.each(Object.entries(SETTING_RANGES).filter(([path]) => !withinOthers.has(path)))(
    '%s may be set to both ends of its range and not past them',
    (path, [lowest, highest]) => {
      expect(faultsOf(nested(path, lowest))).toEqual([]);
      expect(faultsOf(nested(path, highest))).toEqual([]);
      expect(faultsOf(nested(path, lowest - 1))).toEqual([`${path}: must be from ${lowest} to ${highest}`]);
      expect(faultsOf(nested(path, highest + 1))).toEqual([`${path}: must be from ${lowest} to ${highest}`]);
    },
  );

  it('what was kept before products were weighed reads with the weights of .5, .2, .2 and .1', () => {
    const { signals, ...before } = DEFAULT_SETTINGS;
    expect(signals).toEqual({
      coOccurrencePercent: 50,
      browsePercent: 20,
      categoryPercent: 20,
      ratingPercent: 10,
    });
    expect(parseSettings(JSON.parse(JSON.stringify({ ...before, holdoutPercent: 12 })))).toEqual({
      ...DEFAULT_SETTINGS,
      holdoutPercent: 12,
    });
  });

  it('what was kept before benchmarks could be edited reads with the published ones', () => {
    const { benchmarks, ...before } = DEFAULT_SETTINGS;
    expect(benchmarks).toMatchObject({
      orderValueLift: { lowPercent: 15, highPercent: 28 },
      upsellConversion: { lowPercent: 3, highPercent: 8 },
      subscriptionConversion: { lowPercent: 8, highPercent: 12 },
      boughtThree: { lowPercent: 2, highPercent: 5 },
      revenuePerEmail: null,
    });
    expect(parseSettings(JSON.parse(JSON.stringify({ ...before, holdoutPercent: 12 })))).toEqual({
      ...DEFAULT_SETTINGS,
      holdoutPercent: 12,
    });
  });

  it.each([
    ['ends where it begins', { lowPercent: 5, highPercent: 5 }, []],
    [
      'ends before it begins',
      { lowPercent: 5, highPercent: 4.9 },
      ['highPercent: must not be below where the range begins'],
    ],
    ['goes beyond all there is', { lowPercent: 5, highPercent: 101 }, ['highPercent: must be from 0 to 100']],
    ['begins below nothing', { lowPercent: -1, highPercent: 5 }, ['lowPercent: must be from 0 to 100']],
    ['has one end', { lowPercent: 5 }, ['highPercent: Invalid input: expected number, received undefined']],
  ])('a benchmark that %s', (_, openedOne, faults) => {
    expect(faultsOf({ benchmarks: { openedOne } })).toEqual(
      faults.map((fault) => `benchmarks.openedOne.${fault}`),
    );
  });

  it('a benchmark of money holds whole amounts in order, and is put back to the published one by null', () => {
    const revenue = (lowMinor: number, highMinor: number) => ({
      benchmarks: { revenuePerEmail: { lowMinor, highMinor } },
    });
    expect(faultsOf(revenue(100, 99))).toEqual([
      'benchmarks.revenuePerEmail.highMinor: must not be below where the range begins',
    ]);
    expect(faultsOf(revenue(0.5, 99))).toEqual([
      'benchmarks.revenuePerEmail.lowMinor: must be an amount of money',
    ]);
    const own = parseSettings(revenue(100, 900));
    expect(own.benchmarks.revenuePerEmail).toEqual({ lowMinor: 100, highMinor: 900 });
    expect(parseSettings({ benchmarks: { revenuePerEmail: null } }, own)).toEqual(DEFAULT_SETTINGS);
  });

  it('a product type is set, and taken away again, for types change as a whole', () => {
    const two = parseSettings({ productTypes: { Coffee: 'consumable', Mugs: 'durable' } });
    const one = parseSettings({ productTypes: { Coffee: 'consumable' } }, two);
    expect(one.productTypes).toEqual({ Coffee: 'consumable' });
    expect(parseSettings({ holdoutPercent: 12 }, two).productTypes).toEqual(two.productTypes);
  });

  it('values that contradict each other are refused where they stand', () => {
    expect(faultsOf({ affinity: { moderatePercent: 10 } })).toEqual([
      'affinity.moderatePercent: must be below strongPercent',
    ]);
    expect(faultsOf({ sendHours: { at: 21 } })).toEqual([
      'sendHours.at: must not be before from, and must be before until',
    ]);
    expect(faultsOf({ price: { touchOneToPercent: 20 } })).toEqual([
      'price.touchOneToPercent: must not be below touchOneFromPercent',
    ]);
    const none = { coOccurrencePercent: 0, browsePercent: 0, categoryPercent: 0, ratingPercent: 0 };
    expect(faultsOf({ signals: none })).toEqual([
      'signals.coOccurrencePercent: must be above 0 while every other weight is 0',
    ]);
    expect(faultsOf({ signals: { ...none, ratingPercent: 1 } })).toEqual([]);
  });

  it('an unknown name and several faults are all told at once', () => {
    expect(
      faultsOf({ holdoutPercent: 30, touches: { two: { dya: 4 } }, onNewPurchase: 'later' }),
    ).toHaveLength(3);
    expect(faultsOf({ touches: { two: { dya: 4 } } })).toEqual([
      'touches.two.dya: is not a setting; check its spelling',
    ]);
  });
});
