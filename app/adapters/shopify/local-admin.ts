import type { EmbeddedApp } from './shopify.server';

/**
 * Lets the local admin of the dev store show the app in its frame, and loads App Bridge from there. Only where a local
 * Shopify is set, which production refuses.
 * In: the embedded app, origin of the local Shopify. Out: the same, with the headers changed that name Shopify's hosts.
 */
export function admitLocalAdmin(app: EmbeddedApp, origin: string): EmbeddedApp {
  const change = (headers: Headers) => {
    headers.delete('Link'); // a preload of App Bridge from Shopify's own host
    const policy = headers.get('Content-Security-Policy');
    if (policy)
      headers.set('Content-Security-Policy', policy.replace('frame-ancestors', `frame-ancestors ${origin}`));
  };
  return {
    addDocumentHeaders: (request, headers) => {
      app.addDocumentHeaders(request, headers);
      change(headers);
    },
    requireMember: async (request) => {
      try {
        return await app.requireMember(request);
      } catch (thrown) {
        if (thrown instanceof Response) change(thrown.headers);
        throw thrown;
      }
    },
  };
}
