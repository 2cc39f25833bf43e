import { describe, expect, it } from 'vitest';
import { contrastRatio, DARK_PAGE, LIGHT_PAGE } from '../../app/emails/accent-palette';
import { styleSheet } from '../../app/emails/style-sheet';
import { INK, QUIET } from '../../app/emails/text-styles';

describe('the text of an email', () => {
  it('can be read on the light page', () => {
    expect(contrastRatio(String(INK.color), LIGHT_PAGE)).toBeGreaterThanOrEqual(4.5);
    expect(contrastRatio(String(QUIET.color), LIGHT_PAGE)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['ink', 'quiet'])('of class %s can be read on the dark page', (name) => {
    const colour = new RegExp(`\\.${name}\\{color:(#[0-9a-f]{6})`).exec(styleSheet('#1f4d3a'))?.[1] ?? '';
    expect(contrastRatio(colour, DARK_PAGE)).toBeGreaterThanOrEqual(4.5);
  });

  it('needs a style sheet in which nothing has to be escaped', () => {
    expect(styleSheet('#1f4d3a')).not.toMatch(/[<>&"']/);
  });
});
