import { ApiVersion, type Session, type Shopify } from '@shopify/shopify-api';
import type { AdminOperations } from '@shopify/admin-api-client';
import type { StorefrontOperations } from '@shopify/storefront-api-client';
import { AdminError } from './admin-error';
import { sortFailure } from './sort-failure';

/** The two GraphQL APIs of a shop; operation and answer are typed by the generated declarations. */
export type ShopCalls = {
  admin<Operation extends keyof AdminOperations>(
    shopId: string,
    operation: Operation,
    variables: AdminOperations[Operation]['variables'],
  ): Promise<AdminOperations[Operation]['return']>;
  storefront<Operation extends keyof StorefrontOperations>(
    shopId: string,
    operation: Operation,
    variables: StorefrontOperations[Operation]['variables'],
  ): Promise<StorefrontOperations[Operation]['return']>;
};

export type CallTools = {
  readonly api: Shopify;
  readonly sessionOf: (shopId: string) => Promise<Session | undefined>;
  readonly wait: (ms: number) => Promise<unknown>;
};

const MOST_TRIES = 10;

/** The oldest whose schema the operations are checked against. */
const STOREFRONT_VERSION = ApiVersion.October26;

export function createShopCalls({ api, sessionOf, wait }: CallTools): ShopCalls {
  const requireSession = async (shopId: string) => {
    const session = await sessionOf(shopId);
    if (!session?.accessToken)
      throw new AdminError('never', shopId, 'no access token is kept; open the app in its admin once');
    return session;
  };
  return {
    admin: async (shopId, operation, variables) => {
      const client = new api.clients.Graphql({ session: await requireSession(shopId) });
      return answerOf(shopId, wait, () => client.request(operation, { variables }));
    },
    storefront: async (shopId, operation, variables) => {
      const session = await requireSession(shopId);
      const client = new api.clients.Storefront({ session, apiVersion: STOREFRONT_VERSION });
      return answerOf(shopId, wait, () => client.request(operation, { variables }));
    },
  };
}

/** Waits as long as Shopify's bucket needs when it is empty, and sorts every other failure. */
async function answerOf<T>(
  shopId: string,
  wait: CallTools['wait'],
  request: () => Promise<{ readonly data?: T }>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      const { data } = await request();
      if (data === undefined) throw new AdminError('try_again', shopId, 'Shopify answered without data');
      return data;
    } catch (error) {
      if (error instanceof AdminError) throw error;
      const failure = sortFailure(error);
      if (failure.kind !== 'throttled') throw new AdminError(failure.kind, shopId, failure.detail);
      if (tries === MOST_TRIES) throw new AdminError('try_again', shopId, `throttled ${tries} times`);
      await wait(failure.waitMs);
    }
  }
}
