export const SHOP = `#graphql
  query Shop {
    shop {
      name
      currencyCode
      ianaTimezone
      contactEmail
      primaryDomain {
        url
      }
      shopAddress {
        address1
        address2
        zip
        city
        country
        countryCodeV2
      }
    }
    currentAppInstallation {
      accessScopes {
        handle
      }
    }
  }
`;
