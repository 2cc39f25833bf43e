/** The whole number that a text holds; null when it is not one or too large to be exact. */
export function wholeNumber(text: string): number | null {
  if (!/^-?\d+$/.test(text)) return null;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : null;
}
