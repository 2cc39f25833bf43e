import type { MessageContent } from '#core/message/message';

// A plain host right behind the scheme: no user name that looks like a host, no backslash that browsers read as a slash.
const WEB_LINK = /^https?:\/\/[a-z0-9.-]+(:\d+)?([/?#][^\s\\]*)?$/i;
const CDN_PICTURE = /^https:\/\/cdn\.shopify\.com\/[^\s\\]+$/;

/**
 * Lets only addresses through that an e-mail may carry: links over http(s), pictures over https from Shopify's CDN.
 * In: a message. Out: the message, without the pictures that are elsewhere. Throws when a link is not http(s): an
 * e-mail whose unsubscribe link does not work must not go out.
 */
export function guardUrls(content: MessageContent): MessageContent {
  requireWebLink('offerUrl', content.offerUrl);
  requireWebLink('unsubscribeUrl', content.unsubscribeUrl);
  const { bought, offered } = content;
  return {
    ...content,
    bought: { ...bought, imageUrl: cdnPicture(bought.imageUrl) },
    offered: { ...offered, imageUrl: cdnPicture(offered.imageUrl) },
  };
}

function requireWebLink(name: string, url: string): void {
  if (WEB_LINK.test(url)) return;
  throw new Error(
    `${name} "${url.slice(0, 80)}" is not an http(s) address; check the app's own public address`,
  );
}

function cdnPicture(url: string | null): string | null {
  return url !== null && CDN_PICTURE.test(url) ? url : null;
}
