/** Where Shopify delivers, as shopify.app.toml says, and the topics that each door takes. */
export const WEBHOOK_DOORS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    '/webhooks/orders': [
      'orders/create',
      'orders/paid',
      'orders/updated',
      'orders/cancelled',
      'orders/edited',
      'refunds/create',
    ],
    '/webhooks/catalog': ['products/update', 'products/delete', 'variants/out_of_stock', 'variants/in_stock'],
    '/webhooks/customers': [
      'customers/update',
      'customers_email_marketing_consent/update',
      'customer.tags_added',
      'customer.tags_removed',
      'customers/purchasing_summary',
    ],
    '/webhooks/app': [
      'app/uninstalled',
      'app/scopes_update',
      'app_subscriptions/update',
      'bulk_operations/finish',
      'shop/update',
    ],
    '/webhooks/compliance': ['customers/data_request', 'customers/redact', 'shop/redact'],
  }).map(([path, topics]) => [path, new Set(topics)]),
);
