import type { OrdersFolderCounts } from './folder-counts';

/** What the reader of a folder should know before trusting what comes out, one sentence each. */
export function describeWarnings(
  counts: OrdersFolderCounts,
  currencyWritten: boolean,
): ReadonlyArray<string> {
  const warnings: string[] = [];
  if (counts.salesWithoutDate > 0) {
    warnings.push(
      `${counts.salesWithoutDate} of ${counts.sales} sale orders have no date and were left out.`,
    );
  }
  if (counts.salesWithoutLines > 0) {
    warnings.push(
      `${counts.salesWithoutLines} sale orders have no line of a positive quantity and were left out.`,
    );
  }
  if (counts.orders > 0 && counts.customers === 0) {
    warnings.push('No order names a customer, so nobody can be e-mailed and no buyers can be counted.');
  }
  if (counts.linesWithoutPrice > 0) {
    warnings.push(
      `${counts.linesWithoutPrice} lines have no price; the catalogue's price, or else 0, stands in.`,
    );
  }
  if (!currencyWritten) warnings.push('No order names a currency; USD is assumed.');
  return warnings;
}
