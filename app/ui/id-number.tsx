/** The number at the end of one of Shopify's ids. */
export function idNumber(gid: string): string {
  return gid.slice(gid.lastIndexOf('/') + 1);
}
