import { answerBulkFile } from '../bulk/bulk-file-route';
import { answerAdminQuery } from '../graphql/admin-route';
import { answerStorefrontQuery } from '../graphql/storefront-route';
import { answerAdminPage } from '../pages/admin-page';
import { answerAppBridge, answerAsset } from '../pages/asset-route';
import { answerCartLink } from '../pages/cart-link';
import { answerCheckout, answerCheckoutPayment, answerThanks } from '../pages/checkout-page';
import { answerProductPage, answerShopWindow } from '../pages/shop-window';
import type { Route } from './route';
import { answerAnswerOrders } from '../shoppers/answer-orders-route';
import { answerInbox } from '../shoppers/inbox-route';
import { answerAccessToken } from '../oauth/access-token-route';
import { answerCompliance, answerSessionToken, answerUninstall } from '../control/app-routes';
import { answerClock, answerClockMove, answerNext } from '../control/clock-routes';
import { answerConsent, answerCustomerTags } from '../control/customer-routes';
import { answerFaults } from '../control/fault-route';
import {
  answerCancellation,
  answerNewOrder,
  answerOrderTags,
  answerPayment,
  answerRefund,
} from '../control/order-routes';
import { answerProductChange } from '../control/product-route';
import { answerTarget, answerTargetWish } from '../control/target-routes';
import { answerFacts, answerIds } from '../control/source-routes';
import { answerLog, answerState } from '../control/state-routes';

/** Shopify's own addresses. */
const API_ROUTES: ReadonlyArray<Route> = [
  { method: 'POST', path: /^\/admin\/api\/(2026-07|2026-10)\/graphql\.json$/, answer: answerAdminQuery },
  { method: 'POST', path: /^\/api\/(2026-10)\/graphql\.json$/, answer: answerStorefrontQuery },
  { method: 'POST', path: /^\/admin\/oauth\/access_token$/, answer: answerAccessToken },
  { method: 'GET', path: /^\/bulk\/([0-9a-f-]+\.jsonl)$/, answer: answerBulkFile },
];

/** What a test, the simulation and the admin page steer the store by. */
const CONTROL_ROUTES: ReadonlyArray<Route> = [
  { method: 'GET', path: /^\/_dev\/clock$/, answer: answerClock },
  { method: 'POST', path: /^\/_dev\/clock$/, answer: answerClockMove },
  { method: 'GET', path: /^\/_dev\/target$/, answer: answerTarget },
  { method: 'POST', path: /^\/_dev\/target$/, answer: answerTargetWish },
  { method: 'GET', path: /^\/_dev\/next$/, answer: answerNext },
  { method: 'POST', path: /^\/_dev\/faults$/, answer: answerFaults },
  { method: 'POST', path: /^\/_dev\/orders$/, answer: answerNewOrder },
  { method: 'POST', path: /^\/_dev\/orders\/(\d+)\/pay$/, answer: answerPayment },
  { method: 'POST', path: /^\/_dev\/orders\/(\d+)\/cancel$/, answer: answerCancellation },
  { method: 'POST', path: /^\/_dev\/orders\/(\d+)\/refund$/, answer: answerRefund },
  { method: 'POST', path: /^\/_dev\/orders\/(\d+)\/tags$/, answer: answerOrderTags },
  { method: 'POST', path: /^\/_dev\/customers\/(\d+)\/consent$/, answer: answerConsent },
  { method: 'POST', path: /^\/_dev\/customers\/(\d+)\/tags$/, answer: answerCustomerTags },
  { method: 'POST', path: /^\/_dev\/products\/(\d+)$/, answer: answerProductChange },
  { method: 'POST', path: /^\/_dev\/uninstall$/, answer: answerUninstall },
  { method: 'POST', path: /^\/_dev\/compliance$/, answer: answerCompliance },
  { method: 'POST', path: /^\/_dev\/inbox$/, answer: answerInbox },
  { method: 'GET', path: /^\/_dev\/answer-orders$/, answer: answerAnswerOrders },
  { method: 'GET', path: /^\/_dev\/id-token$/, answer: answerSessionToken },
  { method: 'GET', path: /^\/_dev\/state$/, answer: answerState },
  { method: 'GET', path: /^\/_dev\/facts$/, answer: answerFacts },
  { method: 'GET', path: /^\/_dev\/ids$/, answer: answerIds },
  { method: 'GET', path: /^\/_dev\/log$/, answer: answerLog },
];

/** What a browser opens. */
const PAGE_ROUTES: ReadonlyArray<Route> = [
  { method: 'GET', path: /^\/app-bridge\.js$/, answer: answerAppBridge },
  {
    method: 'GET',
    path: /^\/assets\/(admin-shell\.css|admin-shell\.js|admin-save-bar\.js|shop-window\.css)$/,
    answer: answerAsset,
  },
  { method: 'GET', path: /^\/store\/([\w-]+)\/apps\/encore(\/.*)?$/, answer: answerAdminPage },
  { method: 'GET', path: /^\/store\/([\w-]+)\/?$/, answer: answerShopWindow },
  { method: 'GET', path: /^\/store\/([\w-]+)\/products\/([\w-]+)$/, answer: answerProductPage },
  { method: 'GET', path: /^\/store\/([\w-]+)\/cart\/([\d:,]+)$/, answer: answerCartLink },
  { method: 'GET', path: /^\/store\/([\w-]+)\/checkout\/(\w+)$/, answer: answerCheckout },
  { method: 'POST', path: /^\/store\/([\w-]+)\/checkout\/(\w+)$/, answer: answerCheckoutPayment },
  { method: 'GET', path: /^\/store\/([\w-]+)\/thanks\/(\d+)$/, answer: answerThanks },
];

export const ROUTES: ReadonlyArray<Route> = [...API_ROUTES, ...CONTROL_ROUTES, ...PAGE_ROUTES];
