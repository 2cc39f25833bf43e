/** The words of a decision as a merchant reads them. */

export function wordsOf(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function touchName(touchNumber: number | null): string {
  return touchNumber === null ? 'Enrolment' : `Touch ${touchNumber}`;
}

/** The number at the end of one of Shopify's ids. */
export function idNumber(gid: string): string {
  return gid.slice(gid.lastIndexOf('/') + 1);
}
