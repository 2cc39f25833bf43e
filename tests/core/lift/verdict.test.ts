import { describe, expect, it } from 'vitest';
import type { SampleRatio } from '#core/lift/sample-ratio';
import { testSampleRatio } from '#core/lift/sample-ratio';
import { judgeLift } from '#core/lift/verdict';

const EVEN_SPLIT: SampleRatio = testSampleRatio({ treatment: 850, holdout: 150 }, 0.15);
const BROKEN_SPLIT: SampleRatio = testSampleRatio({ treatment: 950, holdout: 50 }, 0.15);

/** Enough data and an interval above zero, unless told otherwise. */
function judge(overrides: Partial<Parameters<typeof judgeLift>[0]> = {}) {
  return judgeLift({
    sampleRatio: EVEN_SPLIT,
    holdoutBuyers: 100,
    daysRunning: 14,
    lift: liftBetween(0.02, 0.3),
    difference: differenceLike(overrides.lift ?? liftBetween(0.02, 0.3)),
    holdoutRevenue: 10_000,
    ...overrides,
  });
}

function liftBetween(low: number, high: number) {
  return { kind: 'measured', rho: 0.04, pValue: 0.02, interval: { low, high } } as const;
}

/** The difference of arms whose holdout spends 100.00 a customer. */
function differenceLike(lift: Parameters<typeof judgeLift>[0]['lift']) {
  return lift.kind === 'measured'
    ? { low: 10_000 * lift.interval.low, high: 10_000 * lift.interval.high }
    : { low: 1, high: 2 };
}

describe('the verdict', () => {
  it('is a lift of at least the near end, with 100 holdout buyers after 14 days', () => {
    expect(judge()).toEqual({ kind: 'lift', reason: 'interval_above_zero', atLeast: 0.02 });
  });

  it('is too early with 99 holdout buyers', () => {
    expect(judge({ holdoutBuyers: 99 })).toEqual({
      kind: 'too_early',
      reason: 'few_holdout_buyers',
      have: 99,
      need: 100,
    });
  });

  it('is too early after 13 days', () => {
    expect(judge({ daysRunning: 13 })).toEqual({ kind: 'too_early', reason: 'few_days', have: 13, need: 14 });
  });

  it('is harm of at least the near end when the interval lies below zero', () => {
    expect(judge({ lift: liftBetween(-0.3, -0.02) })).toEqual({
      kind: 'harm',
      reason: 'interval_below_zero',
      atLeast: 0.02,
    });
  });

  it('sees no effect while the interval holds zero, at either end too', () => {
    for (const [low, high] of [
      [-0.1, 0.2],
      [0, 0.2],
      [-0.2, 0],
    ] as const) {
      expect(judge({ lift: liftBetween(low, high) })).toMatchObject({
        kind: 'no_effect_visible',
        interval: { low, high },
      });
    }
  });

  it('sees no effect when the holdout is too noisy, and says so', () => {
    const unguarded = { lift: 0.4, interval: { low: -0.9, high: 20 } };
    const lift = {
      kind: 'cannot_be_determined',
      reason: 'holdout_too_noisy',
      fiellerG: 1.3,
      unguarded,
    } as const;
    expect(judge({ lift })).toEqual({ kind: 'no_effect_visible', reason: 'holdout_too_noisy' });
  });

  it('sees no effect while the interval of the difference holds zero, whatever that of the ratio does', () => {
    const touching = { low: 0, high: 3000 };
    expect(judge({ difference: touching }).kind).toBe('no_effect_visible');
    expect(judge({ difference: { ...touching, low: 1 } }).kind).toBe('lift');
    const harmful = liftBetween(-0.3, -0.02);
    expect(judge({ lift: harmful, difference: { low: -3000, high: 0 } }).kind).toBe('no_effect_visible');
    expect(judge({ lift: harmful, difference: { low: -3000, high: -1 } }).kind).toBe('harm');
  });

  it('is harm where nobody who got emails bought again and the difference lies below zero, although there is no ratio', () => {
    const lift = { kind: 'cannot_be_determined', reason: 'an_arm_is_zero' } as const;
    expect(judge({ lift, difference: { low: -15_000, high: -5000 } })).toEqual({
      kind: 'harm',
      reason: 'treatment_bought_nothing',
      atLeast: 0.5,
    });
    expect(judge({ lift, difference: { low: -20_000, high: 0 } })).toEqual({
      kind: 'no_effect_visible',
      reason: 'an_arm_is_zero',
    });
  });

  it('asks for no days where they are not known', () => {
    expect(judge({ daysRunning: null }).kind).toBe('lift');
  });

  it('is too early without a comparison', () => {
    const lift = {
      kind: 'not_enough',
      reason: 'no_variation',
      customers: { treatment: 0, holdout: 100 },
    } as const;
    expect(judge({ lift })).toEqual({ kind: 'too_early', reason: 'no_comparison' });
  });

  it('asks to check the split before anything else, even when it is too early', () => {
    expect(judge({ sampleRatio: BROKEN_SPLIT, holdoutBuyers: 3 })).toMatchObject({
      kind: 'sample_ratio_mismatch',
    });
    expect(judge({ sampleRatio: EVEN_SPLIT, holdoutBuyers: 3 })).toMatchObject({ kind: 'too_early' });
  });
});
