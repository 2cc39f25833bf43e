/** The most that an e-mail may weigh: Gmail cuts it off shortly above 100 kB, and with it the way to unsubscribe. */
export const MAX_HTML_BYTES = 90_000;

export type HtmlChecks = {
  readonly bytes: number;
  readonly isLight: boolean;
  readonly links: { readonly count: number; readonly bad: number }; // bad: not an http(s) address
  readonly pictures: { readonly count: number; readonly withoutAlt: number };
  readonly hasUnsubscribe: boolean;
};

/**
 * What an inbox would hold against an e-mail, read from the HTML itself.
 * In: rendered HTML, the unsubscribe address that it must link to. Out: size in bytes, links, pictures, the way out.
 */
export function checkHtml(html: string, unsubscribeUrl: string): HtmlChecks {
  const addresses = [...html.matchAll(/<a\b[^>]*?\bhref="([^"]*)"/g)].map((match) => match[1] ?? '');
  const pictures = [...html.matchAll(/<img\b[^>]*>/g)].map((match) => match[0]);
  const bytes = utf8Length(html);
  return {
    bytes,
    isLight: bytes <= MAX_HTML_BYTES,
    links: {
      count: addresses.length,
      bad: addresses.filter((address) => !/^https?:\/\/[^\s]+$/.test(address)).length,
    },
    pictures: {
      count: pictures.length,
      withoutAlt: pictures.filter((picture) => !/\balt="[^"]+"/.test(picture)).length,
    },
    hasUnsubscribe: addresses.some((address) => address.replaceAll('&amp;', '&').startsWith(unsubscribeUrl)),
  };
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
