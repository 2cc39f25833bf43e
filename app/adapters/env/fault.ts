import type { EnvironmentName } from './environment-schema';

/** One variable that keeps the app from starting, and what to do about it. */
export type Fault = { readonly name: EnvironmentName; readonly remedy: string };

const SECRETS: ReadonlySet<EnvironmentName> = new Set<EnvironmentName>([
  'DATABASE_URL',
  'SHOPIFY_API_SECRET',
  'SHOPIFY_API_SECRET_PREVIOUS',
  'ENCRYPTION_KEY',
  'LINK_SIGNING_KEY',
  'SENDGRID_API_KEY',
]);

/** "PORT is "http": a port from 1 to 65535"; of a secret only its length is told. */
export function describeFault({ name, remedy }: Fault, value: string | undefined): string {
  if (!value) return `${name} is not set: ${remedy}.`;
  const shown = SECRETS.has(name) ? `a secret of ${value.length} characters` : JSON.stringify(value);
  return `${name} is ${shown}: ${remedy}.`;
}
