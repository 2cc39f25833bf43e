import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '#core/settings/settings';
import { DAY_MS } from '#core/shared/time';
import { simulateLoad, type LoadPurchase } from '#core/suppression/simulate-load';
import { seededDraws } from '#core/shared/seeded-draws';

const FROM = Date.UTC(2026, 0, 1);
const TO = FROM + 180 * DAY_MS;
const on = (...days: number[]): ReadonlyArray<LoadPurchase> =>
  days.map((day) => ({ confirmedAt: FROM + day * DAY_MS, valueMinor: 5_000 }));

function loads(
  people: ReadonlyArray<ReadonlyArray<LoadPurchase>>,
  { cap = 2, settings = DEFAULT_SETTINGS }: { cap?: number; settings?: Settings } = {},
) {
  const all = simulateLoad({ people, from: FROM, to: TO, settings, cap });
  return Object.fromEntries(all.map(({ rule, emails, mostInOneWeek }) => [rule, [emails, mostInOneWeek]]));
}

describe('what the three rules for a new purchase send', () => {
  it('one purchase gets three emails whatever the rule', () => {
    expect(loads([on(10)])).toEqual({
      restart_skip_touch1: [3, 2],
      restart: [3, 2],
      suppress: [3, 2],
    });
  });

  it('a purchase five days later ends the first sequence, and each rule says what begins', () => {
    // First: touches 1 and 2. Second: 1, 2, 3; without touch 1; nothing.
    expect(loads([on(10, 15)], { cap: Infinity })).toEqual({
      restart_skip_touch1: [4, 2],
      restart: [5, 3],
      suppress: [2, 2],
    });
  });

  it('a purchase fifteen days later is no recent one: every rule sends both sequences', () => {
    const both = [6, 3];
    expect(loads([on(10, 25)], { cap: Infinity })).toEqual({
      restart_skip_touch1: both,
      restart: both,
      suppress: both,
    });
    // With the cap the second touch 2 is missed: touches fell on days 24 and 25, and its window ends on day 30.
    expect(loads([on(10, 25)])['suppress']).toEqual([5, 2]);
  });

  it('the cap skips touch 1 and puts off touch 2 for as long as its window', () => {
    // Day 10: touches on 10 and 13. Day 15: touch 1 is capped; touch 2 is due on 18, when that of day 10 is a week old.
    expect(loads([on(10, 15)])['restart']).toEqual([4, 2]);
    // With one a week touch 2 of day 10 waits until 17, after its window: only touches 1 and 3 go out.
    expect(loads([on(10)], { cap: 1 })['restart']).toEqual([2, 1]);
  });

  it('the order below the minimum starts nothing, yet ends what runs', () => {
    const trigger = { ...DEFAULT_SETTINGS.trigger, minimumSubtotalMinor: 1_000 };
    const small = { confirmedAt: FROM + 11 * DAY_MS, valueMinor: 1_000 };
    expect(loads([[...on(10), small]], { settings: { ...DEFAULT_SETTINGS, trigger } })['restart']).toEqual([
      1, 1,
    ]);
  });

  it('a purchase before the span makes the next one recent and is sent nothing itself', () => {
    expect(loads([on(-3, 1)])['suppress']).toEqual([0, 0]);
    expect(loads([on(-14.1, 1)])['suppress']).toEqual([3, 2]);
  });

  it('a touch that is switched off is not counted', () => {
    const touches = { ...DEFAULT_SETTINGS.touches, two: { isOn: false, day: 3 } };
    expect(loads([on(10)], { settings: { ...DEFAULT_SETTINGS, touches } })['restart']).toEqual([2, 1]);
  });

  it('nobody bought: nothing is sent', () => {
    expect(loads([])).toEqual({ restart_skip_touch1: [0, 0], restart: [0, 0], suppress: [0, 0] });
  });
});

describe('somebody who buys every 10 days on average, over 180 days', () => {
  const PEOPLE = 1_000;
  const draw = seededDraws(7);
  const people = Array.from({ length: PEOPLE }, () => {
    const days: number[] = [];
    for (let day = -20; day < 180; day -= Math.log(1 - draw()) * 10) if (day > -20) days.push(day);
    return on(...days);
  });
  const perPerson = (cap: number, rule: string) => {
    const [emails = 0, most = 0] = loads(people, { cap })[rule] ?? [];
    return { emails: emails / PEOPLE, most };
  };

  // Reckoned elsewhere with touch 3 at a mixed day: 33.5 and 8 a week, 26.4 and 2, 20.0 and 2, 8.9 and 2.
  it.each([
    ['restart', Infinity, 33.5, 8],
    ['restart', 2, 26.4, 2],
    ['restart_skip_touch1', 2, 20.0, 2],
    ['suppress', 2, 8.9, 2],
  ])('%s with a cap of %s: about %s emails each, at most %s in a week', (rule, cap, emails, most) => {
    const load = perPerson(cap, rule);
    expect(Math.abs(load.emails / emails - 1)).toBeLessThan(0.08);
    expect(Math.abs(load.most - most)).toBeLessThanOrEqual(most === 8 ? 2 : 0);
  });

  it('is never sent more than the cap in any week', () => {
    for (const rule of ['restart', 'restart_skip_touch1', 'suppress'])
      expect(perPerson(2, rule).most).toBeLessThanOrEqual(2);
  });
});
