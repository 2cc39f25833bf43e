import { BlockStack, Box, Card, InlineGrid, Text } from '@shopify/polaris';
import type { ReactNode } from 'react';

/** A heading with a sentence on the left, what it is about in a card on the right; one below the other on phones. */
export function AnnotatedSection({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}) {
  return (
    <InlineGrid columns={{ xs: 1, md: ['oneThird', 'twoThirds'] }} gap="400">
      <Box as="section" paddingInline={{ xs: '400', sm: '0' }} paddingBlockStart="400">
        <BlockStack gap="200">
          <Text as="h2" variant="headingMd">
            {title}
          </Text>
          {text !== undefined && (
            <Text as="p" tone="subdued">
              {text}
            </Text>
          )}
        </BlockStack>
      </Box>
      <Card>{children}</Card>
    </InlineGrid>
  );
}
