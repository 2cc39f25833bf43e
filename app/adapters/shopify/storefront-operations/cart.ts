export const CREATE_CART = `#graphql
  mutation CreateCart($input: CartInput!) {
    cartCreate(input: $input) {
      cart {
        checkoutUrl
      }
      userErrors {
        code
        message
      }
      warnings {
        code
        message
      }
    }
  }
`;
