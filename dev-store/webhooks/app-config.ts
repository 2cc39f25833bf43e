/** Which topics the app has asked for, and where each is sent. */
export type Subscriptions = {
  readonly apiVersion: string;
  readonly pathOfTopic: ReadonlyMap<string, string>;
  readonly fieldsOfTopic: ReadonlyMap<string, ReadonlyArray<string>>; // of the payload; one that is not here is sent whole
};

export type AppConfig = { readonly scopes: ReadonlyArray<string>; readonly subscriptions: Subscriptions };
