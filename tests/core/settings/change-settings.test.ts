import { expect, it } from 'vitest';
import { diffSettings, nestChanges } from '#core/settings/change-settings';
import { DEFAULT_SETTINGS } from '#core/settings/settings';

it('names what differs by its path, with both values, and nothing else', () => {
  const after = {
    ...DEFAULT_SETTINGS,
    holdoutPercent: 20,
    touches: { ...DEFAULT_SETTINGS.touches, two: { isOn: true, day: 5 } },
  };
  expect(diffSettings(DEFAULT_SETTINGS, after)).toEqual([
    { path: 'holdoutPercent', before: 15, after: 20 },
    { path: 'touches.two.day', before: 3, after: 5 },
  ]);
  expect(diffSettings(after, after)).toEqual([]);
});

it('a list, and a record whose keys are data, change as a whole', () => {
  const after = {
    ...DEFAULT_SETTINGS,
    productTypes: { Coffee: 'consumable' as const },
    suppression: { ...DEFAULT_SETTINGS.suppression, vipTags: ['vip'] },
  };
  expect(diffSettings(DEFAULT_SETTINGS, after).map(({ path }) => path)).toEqual([
    'productTypes',
    'suppression.vipTags',
  ]);
});

it('both ends of a benchmark are one setting', () => {
  const { benchmarks } = DEFAULT_SETTINGS;
  const after = {
    ...DEFAULT_SETTINGS,
    benchmarks: { ...benchmarks, openedOne: { lowPercent: 55, highPercent: 60 } },
  };
  expect(diffSettings(DEFAULT_SETTINGS, after)).toEqual([
    { path: 'benchmarks.openedOne', before: benchmarks.openedOne, after: after.benchmarks.openedOne },
  ]);
});

it('paths that share a beginning share an object', () => {
  expect(nestChanges({ 'touches.two.day': 5, 'touches.one.isOn': false, holdoutPercent: 10 })).toEqual({
    touches: { two: { day: 5 }, one: { isOn: false } },
    holdoutPercent: 10,
  });
});
