import { BlockStack, Card, Link, Text } from '@shopify/polaris';

/** One figure with what it rests on; its name leads to the rows behind it. */
export function StatCard({
  label,
  value,
  detail,
  url,
}: {
  readonly label: string;
  readonly value: string;
  readonly detail: string;
  readonly url: string;
}) {
  return (
    <Card>
      <BlockStack gap="100">
        <Link url={url} monochrome>
          {label}
        </Link>
        <Text as="p" variant="headingLg">
          {value}
        </Text>
        <Text as="p" tone="subdued">
          {detail}
        </Text>
      </BlockStack>
    </Card>
  );
}
