export const CREATE_PIXEL = `#graphql
  mutation CreatePixel($settings: JSON!) {
    webPixelCreate(webPixel: { settings: $settings }) {
      userErrors {
        code
        message
      }
    }
  }
`;

export const PIXEL = `#graphql
  query Pixel {
    webPixel {
      id
      settings
    }
  }
`;

export const UPDATE_PIXEL = `#graphql
  mutation UpdatePixel($id: ID!, $settings: JSON!) {
    webPixelUpdate(id: $id, webPixel: { settings: $settings }) {
      userErrors {
        message
      }
    }
  }
`;
