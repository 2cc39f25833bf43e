import type { AppConfig } from './app-config';

/** What the app asks for while there is no shopify.app.toml to read it from. */
export const DEFAULT_APP_CONFIG: AppConfig = {
  scopes: [
    'read_orders',
    'read_all_orders',
    'read_customers',
    'write_customers',
    'read_products',
    'write_discounts',
  ],
  subscriptions: {
    apiVersion: '2026-07',
    pathOfTopic: new Map([
      ['orders/create', '/webhooks/orders'],
      ['orders/paid', '/webhooks/orders'],
      ['orders/updated', '/webhooks/orders'],
      ['orders/cancelled', '/webhooks/orders'],
      ['refunds/create', '/webhooks/orders'],
      ['customers_email_marketing_consent/update', '/webhooks/customers'],
      ['customer.tags_added', '/webhooks/customers'],
      ['products/update', '/webhooks/catalog'],
      ['app/uninstalled', '/webhooks/app'],
      ['bulk_operations/finish', '/webhooks/app'],
      ['customers/data_request', '/webhooks/compliance'],
      ['customers/redact', '/webhooks/compliance'],
      ['shop/redact', '/webhooks/compliance'],
    ]),
  },
};
