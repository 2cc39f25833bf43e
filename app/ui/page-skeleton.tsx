import { Box, Card, InlineGrid, BlockStack, SkeletonBodyText, SkeletonDisplayText, SkeletonPage } from '@shopify/polaris'; // prettier-ignore

type Shape = 'cards' | 'list' | 'sections' | 'columns';

/** The shape of each page by the first part of its address below /app; Home has none. */
const SHAPES: Readonly<Record<string, Shape>> = {
  pairings: 'list',
  sequences: 'columns',
  segments: 'list',
  suppression: 'sections',
  reports: 'cards',
  activity: 'list',
  decisions: 'cards',
  settings: 'sections',
};

/** Stands where a page will be while it is loaded, in about its shape, so that nothing jumps when it comes. */
export function PageSkeleton({ pathname }: { readonly pathname: string }) {
  const screen = pathname.split('/')[2] ?? '';
  const shape = SHAPES[screen] ?? 'cards';
  return (
    <SkeletonPage fullWidth={shape === 'list' || shape === 'columns' || screen === 'reports'}>
      <Body shape={shape} />
    </SkeletonPage>
  );
}

function Body({ shape }: { readonly shape: Shape }) {
  switch (shape) {
    case 'list':
      return <Lines count={12} />;
    case 'columns':
      return (
        <InlineGrid columns={{ xs: 1, lg: ['twoThirds', 'oneThird'] }} gap="400">
          <Cards count={4} />
          <Lines count={14} />
        </InlineGrid>
      );
    case 'sections':
      return (
        <BlockStack gap="600">
          {[1, 2, 3].map((section) => (
            <InlineGrid key={section} columns={{ xs: 1, md: ['oneThird', 'twoThirds'] }} gap="400">
              <Box paddingInline={{ xs: '400', sm: '0' }}>
                <SkeletonBodyText lines={3} />
              </Box>
              <Lines count={5} />
            </InlineGrid>
          ))}
        </BlockStack>
      );
    case 'cards':
      return <Cards count={3} />;
  }
}

function Cards({ count }: { readonly count: number }) {
  return (
    <BlockStack gap="400">
      {Array.from({ length: count }, (_, card) => (
        <Card key={card}>
          <BlockStack gap="400">
            <SkeletonDisplayText size="small" />
            <SkeletonBodyText lines={4} />
          </BlockStack>
        </Card>
      ))}
    </BlockStack>
  );
}

function Lines({ count }: { readonly count: number }) {
  return (
    <Card>
      <SkeletonBodyText lines={count} />
    </Card>
  );
}
