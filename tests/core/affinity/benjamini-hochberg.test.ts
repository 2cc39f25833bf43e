import { describe, expect, it } from 'vitest';
import { adjustBenjaminiHochberg } from '#core/affinity/benjamini-hochberg';

describe('Benjamini-Hochberg', () => {
  it('agrees with R 4.2.2, p.adjust(method = "BH"), golden vector p_adjust', () => {
    const adjusted = adjustBenjaminiHochberg([0.001, 0.012, 0.039, 0.041, 0.27]);
    const expected = [0.005, 0.03, 0.051250000000000004, 0.051250000000000004, 0.27];
    expected.forEach((value, at) => expect(adjusted[at]).toBeCloseTo(value, 12));
  });

  it('keeps the order given', () => {
    const sorted = adjustBenjaminiHochberg([0.001, 0.012, 0.27]);
    const turned = adjustBenjaminiHochberg([0.27, 0.001, 0.012]);
    expect([...turned]).toEqual([sorted[2], sorted[0], sorted[1]]);
  });

  it('equal p-values are raised alike, and none above 1', () => {
    expect([...adjustBenjaminiHochberg([0.9, 0.5, 0.5, 1])]).toEqual([1, 1, 1, 1]);
    expect([...adjustBenjaminiHochberg([0.02, 0.02])]).toEqual([0.02, 0.02]);
  });

  it('nothing in, nothing out', () => {
    expect(adjustBenjaminiHochberg([])).toHaveLength(0);
  });
});
