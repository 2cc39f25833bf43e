import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

/** What the simulation asks of the local store's control door. */
export type DevStoreClient = {
  readonly url: string;
  readonly shopId: string;
  /** Out: when the next thing will happen in the store; null when nothing will. */
  moveClock(to: number): Promise<number | null>;
  /** The store's time and the one that somebody wants it to have. */
  target(): Promise<{ readonly now: number; readonly target: number }>;
  receiveEmail(email: ReceivedEmail): Promise<void>;
  /** What shoppers bought by answering an e-mail, and would not have bought without it. */
  answerOrders(): Promise<ReadonlyArray<AnswerOrder>>;
  facts(): Promise<StoreFacts>;
  ids(): Promise<SourceIds>;
};

export type ReceivedEmail = {
  readonly to: string;
  readonly touchNumber: number;
  readonly sentAt: number;
  readonly offerUrl: string;
  readonly unsubscribeUrl: string;
};

/** Goods only: the report leaves gift cards out, but no e-mail offers one. */
export type AnswerOrder = {
  readonly orderId: string; // GID
  readonly customerId: string | null; // GID
  readonly createdAt: number;
  readonly isCancelled: boolean;
  readonly subtotalMinor: number; // after discounts, without tax and shipping
  readonly refunds: ReadonlyArray<{ readonly at: number; readonly subtotalMinor: number }>;
};

export type StoreFacts = {
  readonly zone: string;
  readonly lastOrderAt: number | null;
  readonly orders: number;
  readonly customers: number;
};

/** GID to the id in the data folder. */
export type SourceIds = {
  readonly orders: Readonly<Record<string, string>>;
  readonly customers: Readonly<Record<string, string>>;
  readonly products: Readonly<Record<string, string>>;
};

/** In: origin of the store, the shop's domain. Out: the client; each call throws with the answer when refused. */
export function createDevStoreClient(url: string, shopId: string): DevStoreClient {
  // Asked tens of thousands of times, one after the other: Node's own client costs half of what fetch does.
  const agent = new Agent({ keepAlive: true });
  const call = async <T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> => {
    const asked = request(new URL(path, url), { agent, method });
    asked.end(body === undefined ? undefined : JSON.stringify(body));
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    const said = await text(response);
    if (response.statusCode !== 200)
      throw new Error(`the local store refused ${method} ${path}: ${response.statusCode} ${said}`);
    return JSON.parse(said) as T;
  };
  const shop = `shop=${encodeURIComponent(shopId)}`;
  return {
    url,
    shopId,
    moveClock: async (to) => {
      const { next } = await call<{ next: string | null }>('POST', '/_dev/clock', {
        to: new Date(to).toISOString(),
      });
      return next === null ? null : Date.parse(next);
    },
    target: async () => {
      const { now, target } = await call<{ now: string; target: string }>('GET', '/_dev/target');
      return { now: Date.parse(now), target: Date.parse(target) };
    },
    receiveEmail: async ({ offerUrl, sentAt, ...email }) => {
      await call('POST', '/_dev/inbox', {
        shop: shopId,
        ...email,
        clickUrl: offerUrl,
        sentAt: new Date(sentAt).toISOString(),
      });
    },
    answerOrders: () => call('GET', `/_dev/answer-orders?${shop}`),
    facts: () => call('GET', `/_dev/facts?${shop}`),
    ids: () => call('GET', `/_dev/ids?${shop}`),
  };
}
