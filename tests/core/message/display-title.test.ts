import { describe, expect, it } from 'vitest';
import { displayTitle } from '#core/message/display-title';

describe('a title in an email', () => {
  it.each([
    ['WHITE METAL LANTERN', 'White Metal Lantern'],
    ['SET OF 3 CAKE TINS PANTRY DESIGN', 'Set of 3 Cake Tins Pantry Design'],
    ['BOX OF 24 COCKTAIL PARASOLS 15CM', 'Box of 24 Cocktail Parasols 15CM'],
    ["CHILDREN'S APRON DOLLY GIRL", "Children's Apron Dolly Girl"],
    ['JUMBO T-LIGHT USB LAMP', 'Jumbo T-Light USB Lamp'],
    ['ÉTOILE À SUSPENDRE', 'Étoile À Suspendre'],
    ['THE KING OF THE HILL', 'The King of the Hill'],
  ])('%s is shown as %s', (shouted, shown) => {
    expect(displayTitle(shouted)).toBe(shown);
  });

  it.each([
    'Trail Runner 2',
    'iPhone Case',
    'USB-C',
    'UGG',
    'WHITE lantern',
    '火鍋スープ',
    'مصباح',
    '500',
    '',
  ])('"%s" is shown as it is written', (title) => {
    expect(displayTitle(title)).toBe(title);
  });

  it('is cut at a word after 80 characters', () => {
    const shown = displayTitle('seven77 '.repeat(20));
    expect(shown).toBe(`${'seven77 '.repeat(9)}seven77…`);
  });

  it('is never cut inside a visible character', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(displayTitle(family.repeat(100))).toBe(`${family.repeat(79)}…`);
  });
});
