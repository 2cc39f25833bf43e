import { isRouteErrorResponse } from '@remix-run/react';

/**
 * What a page inside the admin shows instead of itself. Shopify's library signs people in by throwing a small document
 * that loads App Bridge; it comes here with status 200 and has to be drawn as it is.
 */
export function EmbeddedError({ error }: { readonly error: unknown }) {
  if (!isRouteErrorResponse(error))
    return <Message title="Something went wrong" text="Try again in a moment." />;
  if (error.status === 200) return <div dangerouslySetInnerHTML={{ __html: String(error.data) }} />;
  if (error.status === 404)
    return <Message title="Not found" text="There is nothing here that belongs to this shop." />;
  return (
    <Message title="Something went wrong" text={`The answer was ${error.status}. Try again in a moment.`} />
  );
}

function Message({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <main style={{ padding: '2rem', fontFamily: 'system-ui, sans-serif' }}>
      <h1>{title}</h1>
      <p>{text}</p>
    </main>
  );
}
