import type { GraphQLSchema } from 'graphql';
import type { DevStore } from '../../shop/dev-store';
import type { ShopState } from '../../shop/shop-state';
import { adminMutations } from './admin-mutations';
import { adminQueries } from './admin-queries';
import { createAdminNodes } from './create-admin-nodes';

/** The fields of QueryRoot and Mutation for one shop. */
export function adminRoot(store: DevStore, shop: ShopState, schema: GraphQLSchema) {
  const nodes = createAdminNodes(store, shop);
  const queries = adminQueries(store, shop, nodes);
  return { ...queries, ...adminMutations(store, shop, nodes, { schema, queries }) };
}
