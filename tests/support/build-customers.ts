import { assignArm } from '#core/holdout/assign-arm';
import type { Arm } from '#core/decide/trace';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import type { StoreCustomer } from '../../dev-store/model';
import { buildStoreCustomer, TEST_SHOP } from './build-seed';

const FIRST_ID = 100_000;

/** So many customers of the test shop whom the default settings put into this arm, always the same ones. */
export function customersOf(arm: Arm, count: number): StoreCustomer[] {
  const { experimentSalt: salt, holdoutPercent } = DEFAULT_SETTINGS;
  const customers: StoreCustomer[] = [];
  for (let id = FIRST_ID; customers.length < count; id += 1) {
    const unitId = `gid://shopify/Customer/${id}`;
    if (assignArm({ salt, shopId: TEST_SHOP, unitId, holdoutPercent }).arm === arm)
      customers.push(buildStoreCustomer(String(id)));
  }
  return customers;
}
