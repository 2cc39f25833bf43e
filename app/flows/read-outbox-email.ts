import type { Tools } from './ports';
import type { OutboxEmail, OutboxLink } from './ports/outbox';

export type ListedLink = OutboxLink & {
  readonly kind: 'offer' | 'unsubscribe' | 'store';
  readonly utm: ReadonlyArray<{ readonly name: string; readonly value: string }>;
};

export type ReadEmail = Omit<OutboxEmail, 'links'> & {
  readonly links: ReadonlyArray<ListedLink>;
  readonly personId: string | null; // null: the touch is not known any more
};

/**
 * One e-mail of the outbox, with where each of its links leads.
 * In: shop, touch. Out: null when there is no such e-mail of this shop, or a provider delivers.
 */
export async function readOutboxEmail(
  { outbox, store, links }: Pick<Tools, 'outbox' | 'store' | 'links'>,
  { shopId, touchId }: { readonly shopId: string; readonly touchId: string },
): Promise<ReadEmail | null> {
  const email = (await outbox.read(shopId, touchId)) ?? null;
  if (email === null) return null;
  const offer = await store.touchOffer(shopId, touchId);
  const kindOf = (url: string): ListedLink['kind'] => {
    const [, path, token = ''] = /\/(o|u)\/([^/?#]+)(?:[?#]|$)/.exec(url) ?? [];
    if (path === 'o' && links.read('offer', token)) return 'offer';
    return path === 'u' && links.read('unsubscribe', token) ? 'unsubscribe' : 'store';
  };
  const describe = (link: OutboxLink): ListedLink => ({
    ...link,
    kind: kindOf(link.url),
    utm: utmOf(link.url.split('?')[1]?.split('#')[0] ?? ''),
  });
  return { ...email, links: email.links.map(describe), personId: offer?.personId ?? null };
}

function utmOf(query: string): ListedLink['utm'] {
  return [...new URLSearchParams(query)].flatMap(([name, value]) =>
    name.startsWith('utm_') ? [{ name, value }] : [],
  );
}
