/** An order asks for some 185 of the 1,000 points that a query may cost, most of them for the room for its lines. */
export const ORDERS_PER_QUERY = 5;

export const LINE_FIELDS = `#graphql
  fragment LineFields on LineItem {
    id
    title
    quantity
    currentQuantity
    isGiftCard
    requiresShipping
    product {
      id
    }
    variant {
      id
    }
    sellingPlan {
      sellingPlanId
    }
    lineItemGroup {
      id
      productId
      title
      quantity
    }
    originalUnitPriceSet {
      shopMoney {
        amount
      }
    }
    discountedTotalSet(withCodeDiscounts: true) {
      shopMoney {
        amount
      }
    }
  }
`;

export const ORDER_FIELDS = `#graphql
  fragment OrderFields on Order {
    id
    name
    createdAt
    updatedAt
    processedAt
    cancelledAt
    test
    displayFinancialStatus
    sourceName
    tags
    currencyCode
    email
    subtotalPriceSet {
      shopMoney {
        amount
      }
    }
    currentSubtotalPriceSet {
      shopMoney {
        amount
      }
    }
    totalDiscountsSet {
      shopMoney {
        amount
      }
    }
    transactions {
      kind
      status
      processedAt
    }
    refunds {
      createdAt
      processedAt
      totalRefundedSet {
        shopMoney {
          amount
        }
      }
    }
    customAttributes {
      key
      value
    }
    shippingAddress {
      countryCodeV2
      provinceCode
    }
    billingAddress {
      countryCodeV2
      provinceCode
    }
    purchasingEntity {
      __typename
    }
    customer {
      id
    }
  }
`;

const REFUND_LINE_FIELDS = `#graphql
  fragment RefundLineFields on RefundLineItem {
    subtotalSet {
      shopMoney {
        amount
      }
    }
  }
`;

export const ORDERS = `#graphql
  ${ORDER_FIELDS}
  ${LINE_FIELDS}
  ${REFUND_LINE_FIELDS}
  query Orders($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Order {
        ...OrderFields
        customer {
          firstName
          locale
          tags
          companyContactProfiles {
            id
          }
          defaultEmailAddress {
            emailAddress
            marketingState
          }
        }
        refunds {
          id
          refundLineItems(first: 20) {
            nodes {
              ...RefundLineFields
            }
            pageInfo {
              hasNextPage
              endCursor
            }
          }
        }
        lineItems(first: 250) {
          nodes {
            ...LineFields
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
` as const;

export const MORE_LINES = `#graphql
  ${LINE_FIELDS}
  query MoreLines($orderId: ID!, $after: String!) {
    order(id: $orderId) {
      lineItems(first: 250, after: $after) {
        nodes {
          ...LineFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
` as const;

export const MORE_REFUND_LINES = `#graphql
  ${REFUND_LINE_FIELDS}
  query MoreRefundLines($refundId: ID!, $after: String!) {
    refund(id: $refundId) {
      refundLineItems(first: 250, after: $after) {
        nodes {
          ...RefundLineFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
` as const;

export const UPDATED_ORDERS = `#graphql
  query UpdatedOrders($query: String!, $after: String) {
    orders(first: 250, after: $after, query: $query, sortKey: UPDATED_AT) {
      nodes {
        id
        updatedAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;
