import postcss from 'postcss';
import { expect, it } from 'vitest';
import { readPolarisFiles } from '../../bundling/polaris-files';
import { usedStyles } from '../../bundling/polaris-styles';

const SHEET = '/node_modules/@shopify/polaris/build/esm/styles.css';

async function keep(css: string, file = SHEET): Promise<string> {
  const plugin = usedStyles(new Set(['Polaris-Page', 'Polaris-Page__Title']));
  const result = await postcss([plugin]).process(css, { from: file });
  return result.css;
}

it.each([
  ['a class of another component goes', '.Polaris-Tag{top:0}', ''],
  ['a known one stays', '.Polaris-Page__Title{top:0}', '.Polaris-Page__Title{top:0}'],
  ['a name that only begins like a known one goes', '.Polaris-Pages{top:0}', ''],
  ['of a list the known half stays', '.Polaris-Tag,.Polaris-Page{top:0}', '.Polaris-Page{top:0}'],
  ['what is inside of an unknown one goes', '.Polaris-Tag .Polaris-Page{top:0}', ''],
  [
    'what is not unknown stays',
    '.Polaris-Page:not(:is(.Polaris-Tag)){top:0}',
    '.Polaris-Page:not(:is(.Polaris-Tag)){top:0}',
  ],
  ['a query that is left empty goes', '@media print{.Polaris-Tag{top:0}}', ''],
  [
    'steps of an animation stay',
    '@keyframes a{from{top:0}to{top:1px}}',
    '@keyframes a{from{top:0}to{top:1px}}',
  ],
  ['the light theme stays', '.p-theme-light{top:0}', '.p-theme-light{top:0}'],
  ['another goes, and its like-named one', '.p-theme-dark,.p-theme-light-mobile{top:0}', ''],
])('%s', async (_, before, after) => {
  expect(await keep(before)).toBe(after);
});

it('the style sheets of others stay whole', async () => {
  expect(await keep('.Polaris-Tag{top:0}', '/app/own.css')).toBe('.Polaris-Tag{top:0}');
});

it('files of Polaris are reached through other files of it; what no screen draws is not', () => {
  const text = readPolarisFiles().join('\n');
  expect(text).toContain('"Polaris-Page"'); // by name
  expect(text).toContain('"Polaris-ActionMenu-Actions__ActionsLayout"'); // through Page
  expect(text).not.toContain('Polaris-DatePicker');
  expect(text).not.toContain('Polaris-Modal-Dialog');
});
