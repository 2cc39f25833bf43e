/** What became of a call to Shopify that gave no answer: trying again may help, or it never will. */
export type AdminFailure = 'try_again' | 'never';

export class AdminError extends Error {
  readonly kind: AdminFailure;

  constructor(kind: AdminFailure, shopId: string, detail: string) {
    super(`${shopId}: ${detail}`);
    this.name = 'AdminError';
    this.kind = kind;
  }
}
