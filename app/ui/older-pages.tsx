import { Box, Button, InlineStack } from '@shopify/polaris';

/** On to what is older, or back to the newest. In: the page's path, what its address asks for, the cursors, the words. */
export function OlderPages({
  path,
  asked,
  cursor,
  older,
  words,
}: {
  readonly path: string;
  readonly asked: URLSearchParams;
  readonly cursor: string | null;
  readonly older: string | null;
  readonly words: { readonly label: string; readonly newest: string; readonly older: string };
}) {
  if (cursor === null && older === null) return null;
  const page = (to: string | null) => {
    const next = new URLSearchParams(asked);
    if (to === null) next.delete('cursor');
    else next.set('cursor', to);
    return `${path}?${next.toString()}`;
  };
  return (
    <Box padding="300" as="section">
      <nav aria-label={words.label}>
        <InlineStack gap="200">
          {cursor !== null && <Button url={page(null)}>{words.newest}</Button>}
          {older !== null && <Button url={page(older)}>{words.older}</Button>}
        </InlineStack>
      </nav>
    </Box>
  );
}
