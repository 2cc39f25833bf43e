import { expect, it } from 'vitest';
import { parseSettings, SettingsError } from '#adapters/settings/parse-settings';
import { READY_MADE } from '#core/segments/segment-rows';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { buildSegment } from '../../support/build-segment';

const condition = { fact: 'order_count', is: 'at_least', value: 1 };

function faultsOf(segments: unknown): ReadonlyArray<string> {
  try {
    parseSettings({ segments });
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.faults.map(({ path, problem }) => `${path} ${problem}`);
    throw error;
  }
}

it('settings that were kept before there were own segments still read, with none and in the old order', () => {
  const { own: _own, order: _order, ...older } = DEFAULT_SETTINGS.segments;
  const { segments } = parseSettings({
    ...DEFAULT_SETTINGS,
    segments: { ...older, firstTime: { isOn: false } },
  });
  expect(segments).toEqual({ ...older, firstTime: { isOn: false }, own: [], order: READY_MADE });
});

it('any number of own segments may be kept, in any order among the ready-made ones', () => {
  const own = Array.from({ length: 300 }, (_, n) => buildSegment({ id: `own_${n}`, name: `Own ${n}` }));
  expect(faultsOf({ own, order: ['own_7', ...READY_MADE, 'own_0'] })).toEqual([]);
});

it('a segment that is removed does not come back out of the older version', () => {
  const before = parseSettings({ segments: { own: [buildSegment()] } });
  expect(parseSettings({ segments: { own: [] } }, before).segments.own).toEqual([]);
});

it.each([
  ['an empty name', { name: '  ' }, 'segments.own.0.name enter a name'],
  ['a long name', { name: 'x'.repeat(61) }, 'segments.own.0.name must have at most 60 characters'],
  ['no condition', { conditions: [] }, 'segments.own.0.conditions add at least one condition'],
  [
    'a percentile out of range',
    { conditions: [condition, { fact: 'mean_order_value', is: 'is', value: 51 }] },
    'segments.own.0.conditions.1.value must be a whole number from 1 to 50',
  ],
  [
    'a number that is left empty',
    { conditions: [{ ...condition, value: '' }] },
    'segments.own.0.conditions.0.value must be a whole number from 1 to 1000',
  ],
  [
    'a tag that is left empty',
    { conditions: [{ fact: 'tag', is: 'is', value: ' ' }] },
    'segments.own.0.conditions.0.value choose or enter a value',
  ],
  [
    'a country that is a name',
    { conditions: [{ fact: 'country', is: 'is', value: 'Germany' }] },
    'segments.own.0.conditions.0.value must be a country code of two letters such as DE',
  ],
  [
    'an unknown fact',
    { conditions: [{ fact: 'height', is: 'is', value: 3 }] },
    'segments.own.0.conditions.0.fact',
  ],
  [
    'a comparison that the fact does not know',
    { conditions: [{ fact: 'tag', is: 'at_least', value: 'a' }] },
    'segments.own.0.conditions.0.is',
  ],
])('%s is refused at its field', (_, different, fault) => {
  expect(faultsOf({ own: [{ ...buildSegment(), ...different }] }).join('\n')).toContain(fault);
});

it.each([
  [
    'a share that ends before it begins',
    { priceShare: { fromPercent: 40, toPercent: 30 } },
    'segments.own.0.differences.priceShare.toPercent must not be below the first',
  ],
  [
    'no points',
    { pointsPerCurrencyUnit: 0 },
    'segments.own.0.differences.pointsPerCurrencyUnit must be a number above 0',
  ],
  [
    'a tag that nothing fills',
    { texts: { two: { subject: '{{ nope }}', headline: null } } },
    'segments.own.0.differences.texts.two.subject does not know the tag {{ nope }}',
  ],
])('%s is refused at its field', (_, differences, fault) => {
  const segment = buildSegment();
  const own = [{ ...segment, differences: { ...segment.differences, ...differences } }];
  expect(faultsOf({ own }).join('\n')).toContain(fault);
});

it('no id and no name is there twice, and no ready-made one is taken', () => {
  const twice = [buildSegment(), buildSegment({ name: 'OWN' })];
  expect(faultsOf({ own: twice })).toEqual([
    'segments.own.1.id own is the id of another segment',
    'segments.own.1.name is the name of another segment',
  ]);
  expect(faultsOf({ own: [buildSegment({ id: 'repeat' })] })).toEqual([
    'segments.own.0.id repeat is the id of another segment',
  ]);
});

it('the order names no segment twice and none that is not there', () => {
  expect(faultsOf({ order: ['repeat', 'gone', 'repeat'] })).toEqual([
    'segments.order.1 gone is no segment of this shop',
    'segments.order.2 repeat stands in the order already',
  ]);
});
