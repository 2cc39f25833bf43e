import type { StoreProduct } from '../../model';
import { gid } from '../gid';
import { connectList, type PageArguments } from '../connection';
import { isoTime } from './iso-time';

/** The selling plans of a product in one group; no group without plans. */
export function sellingPlanGroups(product: StoreProduct): ReadonlyArray<object> {
  if (product.sellingPlans.length === 0) return [];
  return [
    {
      __typename: 'SellingPlanGroup',
      id: gid('SellingPlanGroup', product.id),
      name: 'Subscribe & save',
      merchantCode: 'subscribe-save',
      options: ['Delivery every'],
      sellingPlans: (page: PageArguments) =>
        connectList(product.sellingPlans, page, (plan) => sellingPlanNode(plan, product)),
    },
  ];
}

function sellingPlanNode(plan: StoreProduct['sellingPlans'][number], product: StoreProduct) {
  const createdAt = isoTime(product.updatedAt);
  return {
    __typename: 'SellingPlan',
    id: gid('SellingPlan', plan.id),
    name: plan.name,
    description: null,
    options: [plan.name],
    category: 'SUBSCRIPTION',
    createdAt,
    billingPolicy: () => ({
      __typename: 'SellingPlanRecurringBillingPolicy',
      interval: 'DAY',
      intervalCount: 30,
      createdAt,
    }),
    deliveryPolicy: () => ({
      __typename: 'SellingPlanRecurringDeliveryPolicy',
      interval: 'DAY',
      intervalCount: 30,
      createdAt,
    }),
    pricingPolicies: () => [
      {
        __typename: 'SellingPlanFixedPricingPolicy',
        adjustmentType: 'PERCENTAGE',
        adjustmentValue: {
          __typename: 'SellingPlanPricingPolicyPercentageValue',
          percentage: plan.percentOff,
        },
        createdAt,
      },
    ],
  };
}
