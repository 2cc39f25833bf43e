import { accentPalette, DARK_PAGE } from './accent-palette';

/** Rules that can not be written inline: small screens and dark mode. No character in it needs escaping. */
export function styleSheet(accent: string): string {
  const dark = accentPalette(accent, DARK_PAGE);
  return [
    ':root{color-scheme:light dark;supported-color-schemes:light dark}',
    '@media (max-width:480px){',
    '.half{display:block!important;width:100%!important;padding:0 0 16px!important}',
    '.half img{max-width:100%!important}',
    '}',
    '@media (prefers-color-scheme:dark){',
    `.page{background-color:${DARK_PAGE}!important}`,
    '.ink{color:#f2f2f2!important}',
    '.quiet{color:#b8b8b8!important}',
    '.rule{border-top-color:#4a4a4a!important}',
    `.button{background-color:${dark.button}!important;color:${dark.label}!important}`,
    '}',
    // Outlook's apps mark the document instead of answering the media query.
    '[data-ogsc] .ink{color:#f2f2f2!important}',
    '[data-ogsc] .quiet{color:#b8b8b8!important}',
    `[data-ogsc] .button{color:${dark.label}!important}`,
    `[data-ogsb] .button{background-color:${dark.button}!important}`,
  ].join('');
}
