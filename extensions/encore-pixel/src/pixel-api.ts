/** What the pixel uses of Shopify's Web Pixels API, written down by hand: the sandbox brings the rest along unasked. */
export type PixelApi = {
  readonly analytics: {
    subscribe<Name extends keyof PixelEvents>(
      name: Name,
      listener: (event: PixelEvents[Name]) => unknown,
    ): unknown;
  };
  readonly settings: PixelSettings;
};

/** As in shopify.extension.toml; Encore sets them when it activates the pixel. */
export type PixelSettings = { readonly accountID: string; readonly endpoint: string };

export type PixelEvents = {
  readonly product_viewed: {
    readonly clientId: string; // of the browser, given out by Shopify
    readonly data: {
      readonly productVariant?: { readonly product?: { readonly id?: string | null } | null } | null;
    };
  };
  readonly checkout_completed: {
    readonly clientId: string;
    readonly data: { readonly checkout?: { readonly order?: { readonly id?: string | null } | null } | null };
  };
};
