/** The categories that a shop's own catalogue uses. */
export interface CategoryStore {
  /** Each category and those above it, in alphabetical order. */
  productCategories(shopId: string): Promise<ReadonlyArray<string>>;
}
