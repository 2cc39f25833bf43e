import type { Instant } from '../../model';

/** A time as Shopify's DateTime: ISO 8601, UTC, whole seconds. */
export function isoTime(at: Instant): string;
export function isoTime(at: Instant | null): string | null;
export function isoTime(at: Instant | null): string | null {
  return at === null ? null : `${new Date(at).toISOString().slice(0, 19)}Z`;
}
