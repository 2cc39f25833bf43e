import type { OutboxLink } from '#flows/ports/outbox';

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#39;': "'",
  '&nbsp;': ' ',
};

/**
 * The links of an e-mail of our own making, each address once, in the order in which they stand; only http(s) ones.
 * In: HTML. Out: address and the words (or the picture's description) that stand on it.
 */
export function listLinks(html: string): ReadonlyArray<OutboxLink> {
  const links = new Map<string, string>();
  for (const [, attributes = '', content = ''] of html.matchAll(/<a\b([^>]*)>([\s\S]*?)<\/a>/gi)) {
    const url = decode(/\bhref="([^"]*)"/i.exec(attributes)?.[1] ?? '');
    if (!/^https?:\/\//i.test(url)) continue;
    const words = wordsOf(content);
    links.set(url, links.get(url) || words);
  }
  return [...links].map(([url, text]) => ({ url, text }));
}

function wordsOf(content: string): string {
  const plain = (markup: string) =>
    decode(markup.replace(/<!--[\s\S]*?-->/g, ' ').replace(/<[^>]*>/g, ' '))
      .replace(/\s+/g, ' ')
      .trim();
  return plain(content) || plain(/\balt="([^"]*)"/i.exec(content)?.[1] ?? '');
}

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#x27|#39|nbsp);/g, (entity) => ENTITIES[entity] ?? entity);
}
