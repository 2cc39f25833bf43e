/** With the room for its variants, parts and plans a product needs some 35 of the 1,000 points that a query may cost. */
export const PRODUCTS_PER_QUERY = 20;

const PRODUCT_FIELDS = `#graphql
  fragment ProductFields on Product {
    id
    title
    status
    isGiftCard
    productType
    updatedAt
    onlineStoreUrl
    category {
      fullName
    }
    featuredMedia {
      preview {
        image {
          url
        }
      }
    }
    rating: metafield(namespace: "reviews", key: "rating") {
      value
    }
    ratingCount: metafield(namespace: "reviews", key: "rating_count") {
      value
    }
    variants(first: 20) {
      nodes {
        id
        sku
        barcode
        price
        compareAtPrice
        availableForSale
        inventoryPolicy
        inventoryQuantity
        inventoryItem {
          tracked
          requiresShipping
          unitCost {
            amount
            currencyCode
          }
        }
      }
    }
    bundleComponents(first: 10) {
      nodes {
        componentProduct {
          id
        }
      }
    }
    sellingPlanGroups(first: 3) {
      nodes {
        sellingPlans(first: 5) {
          nodes {
            id
            name
            pricingPolicies {
              ... on SellingPlanFixedPricingPolicy {
                adjustmentValue {
                  ... on SellingPlanPricingPolicyPercentageValue {
                    percentage
                  }
                }
              }
            }
          }
        }
      }
    }
  }
`;

export const PRODUCTS = `#graphql
  ${PRODUCT_FIELDS}
  query Products($ids: [ID!]!) {
    shop {
      currencyCode
    }
    nodes(ids: $ids) {
      ... on Product {
        ...ProductFields
      }
    }
  }
` as const;

export const ALL_PRODUCTS = `#graphql
  ${PRODUCT_FIELDS}
  query AllProducts($first: Int!, $after: String) {
    shop {
      currencyCode
    }
    products(first: $first, after: $after, sortKey: ID) {
      nodes {
        ...ProductFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
` as const;
