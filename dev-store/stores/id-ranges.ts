/** Where the numbering of each kind of thing starts. The ranges lie apart so that an id of the wrong kind is noticed. */
export const FIRST_ORDER_NUMBER = 1001;
export const FIRST_PRODUCT_NUMBER = 2_000_001;
export const FIRST_VARIANT_NUMBER = 3_000_001;
export const FIRST_CUSTOMER_NUMBER = 4_000_001;
export const FIRST_SELLING_PLAN_NUMBER = 5_000_001;
export const FIRST_LINE_NUMBER = 10_000_001;
