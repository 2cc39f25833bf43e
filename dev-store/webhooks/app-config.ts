/** Which topics the app has asked for, and where each is sent. */
export type Subscriptions = {
  readonly apiVersion: string;
  readonly pathOfTopic: ReadonlyMap<string, string>;
};

export type AppConfig = { readonly scopes: ReadonlyArray<string>; readonly subscriptions: Subscriptions };
