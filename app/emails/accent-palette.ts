/** Colours as #rrggbb. A button is told from the page behind it, its label is read on it. */
export type Palette = { readonly button: string; readonly label: string };

export const LIGHT_PAGE = '#ffffff';
export const DARK_PAGE = '#1e1e1e';

const MINIMUM_CONTRAST = 4.5; // WCAG 2.2, success criterion 1.4.3

type Rgb = readonly [number, number, number];

/**
 * The shop's accent colour made usable on a page: moved towards white or black until it stands out from the page, and
 * the label, black or white, that is read best on it.
 * In: accent and page as #rrggbb. Out: colours with a contrast of at least 4.5 : 1 each. Throws on another form.
 */
export function accentPalette(accent: string, page: string): Palette {
  const pageRgb = parseColour(page);
  const end: Rgb = luminance(pageRgb) > 0.5 ? [0, 0, 0] : [255, 255, 255];
  let button = parseColour(accent);
  while (contrast(button, pageRgb) < MINIMUM_CONTRAST) button = towards(button, end);
  // The better of the two always reaches 4.58 : 1, because black and white are 21 : 1 apart.
  const label = contrast(button, [255, 255, 255]) >= contrast(button, [0, 0, 0]) ? '#ffffff' : '#000000';
  return { button: formatColour(button), label };
}

/** WCAG contrast ratio of two colours given as #rrggbb, 1 to 21. Throws on another form. */
export function contrastRatio(one: string, other: string): number {
  return contrast(parseColour(one), parseColour(other));
}

function parseColour(colour: string): Rgb {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) {
    throw new Error(
      `"${colour}" is not a colour that an e-mail can use; write it as six digits, such as #1f4d3a`,
    );
  }
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function formatColour(colour: Rgb): string {
  return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function towards(colour: Rgb, end: Rgb): Rgb {
  const step = (from: number, to: number) =>
    from + Math.sign(to - from) * Math.ceil(Math.abs(to - from) / 16);
  return [step(colour[0], end[0]), step(colour[1], end[1]), step(colour[2], end[2])];
}

function contrast(one: Rgb, other: Rgb): number {
  const [lighter, darker] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function luminance(colour: Rgb): number {
  const linear = (part: number) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
}
