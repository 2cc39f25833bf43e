import { describe, expect, it } from 'vitest';
import { accentPalette, contrastRatio, DARK_PAGE, LIGHT_PAGE } from '../../app/emails/accent-palette';

const ACCENTS = [
  '#1f4d3a',
  '#000000',
  '#ffffff',
  '#ff0000',
  '#ffff00',
  '#777777',
  '#1e1e1e',
  '#0000ff',
  '#00ff00',
];

describe('a button in the accent colour', () => {
  const cases = ACCENTS.flatMap((accent) => [[accent, LIGHT_PAGE] as const, [accent, DARK_PAGE] as const]);

  it.each(cases)('of %s on %s has a label that can be read and stands out from the page', (accent, page) => {
    const { button, label } = accentPalette(accent, page);
    expect(contrastRatio(button, label)).toBeGreaterThanOrEqual(4.5);
    expect(contrastRatio(button, page)).toBeGreaterThanOrEqual(4.5);
  });

  it('has exactly the accent colour where that can be read', () => {
    expect(accentPalette('#1f4d3a', LIGHT_PAGE)).toEqual({ button: '#1f4d3a', label: '#ffffff' });
  });

  it.each(['red', '#fff', '#1f4d3a;}', ''])('is refused for "%s", with the form that is wanted', (accent) => {
    expect(() => accentPalette(accent, LIGHT_PAGE)).toThrow(/six digits, such as #1f4d3a/);
  });
});

describe('the contrast ratio', () => {
  it('follows the WCAG figures for known pairs', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 10);
    expect(contrastRatio('#ffffff', '#ffffff')).toBeCloseTo(1, 10);
    expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });
});
