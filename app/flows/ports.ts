import type { ClickedTouch, Credit } from '#core/attribution/last-touch';
import type { KeptCatalogue } from '#core/catalogue/kept-catalogue';
import type { CatalogueProduct, Product } from '#core/catalogue/product';
import type { MessageContent, OutgoingMessage } from '#core/message/message';
import type { Customer, Order } from '#core/order/order';
import type { Instant } from '#core/shared/time';
import type { Settings } from '#core/settings/settings';
import type { Reason, SuppressionKind } from '#core/suppression/reasons';
import type { ActivityStore } from './ports/activity-store';
import type { BrowseStore } from './ports/browse-store';
import type { Outbox } from './ports/outbox';
import type {
  AskedTouch, ClaimedTouch, DecisionRecord, EmailEvent, EnrolmentFacts, InboxRow, Merge, NewEnrolment, NewInboxRow,
  RecordedOrder, SendGate, Shop, ShopDetails, TouchFacts, TouchOutcome
} from './records'; // prettier-ignore
import type { ClaimStore } from './ports/claim-store';
import type { CategoryStore } from './ports/category-store';
import type { CountStore } from './ports/count-store';
import type { GuardrailStore } from './ports/guardrail-store';
import type { HomeStore } from './ports/home-store';
import type { ImportStore } from './ports/import-store';
import type { LiftStore } from './ports/lift-store';
import type { OfferSourceStore } from './ports/offer-source-store';
import type { MiningStore } from './ports/mining-store';
import type { PairingStore } from './ports/pairing-store';
import type { PrivacyStore } from './ports/privacy-store';
import type { ReportStore } from './ports/report-store';
import type { SendingStore, SendingTester, Sealer } from './ports/sending-store';
import type { SegmentStore } from './ports/segment-store';
import type { SequenceStore } from './ports/sequence-store';
import type { SettingsStore } from './ports/settings-store';
import type { SuppressionStore } from './ports/suppression-store';

/** What Encore keeps. Every method is about one shop, named first, unless it says that it serves the runner. */
export interface Store
  extends
    CategoryStore,
    ClaimStore,
    SendingStore,
    SuppressionStore,
    PairingStore,
    OfferSourceStore,
    PrivacyStore,
    ActivityStore,
    BrowseStore,
    GuardrailStore,
    HomeStore,
    ImportStore,
    CountStore,
    LiftStore,
    MiningStore,
    ReportStore,
    SegmentStore,
    SequenceStore,
    SettingsStore {
  // shops
  saveShop(shopId: string, details: ShopDetails, now: Instant): Promise<void>;
  findShop(shopId: string): Promise<Shop | null>;
  activeShops(): Promise<ReadonlyArray<Shop>>; // runner
  markUninstalled(shopId: string, now: Instant): Promise<void>; // drops its tokens, exits live enrolments: shop_inactive

  // inbox
  insertInbox(shopId: string, row: NewInboxRow): Promise<'stored' | 'duplicate'>;
  takeInbox(now: Instant, limit: number): Promise<ReadonlyArray<InboxRow>>; // runner; fair between shops, leased
  finishInbox(rows: ReadonlyArray<InboxRow>): Promise<void>; // runner
  retryInbox(row: InboxRow, error: string, now: Instant): Promise<void>; // backoff; dead after the attempts' limit
  purgeInbox(before: Instant): Promise<number>; // runner; those worked off or dead, payload and all

  // orders, people, catalogue
  recordOrders(shopId: string, orders: ReadonlyArray<RecordedOrder>): Promise<ReadonlyArray<Merge>>; // older updatedAt changes nothing; out: who turned out to be one by them
  productNumbers(shopId: string, productIds: ReadonlyArray<string>): Promise<ReadonlyMap<string, number>>; // assigns
  upsertProducts(shopId: string, products: ReadonlyArray<Product>): Promise<void>; // older updatedAt changes nothing
  catalogue(shopId: string): Promise<KeptCatalogue>; // as it is now; the same maps go with later changes
  productsById(
    shopId: string,
    productIds: ReadonlyArray<string>,
  ): Promise<ReadonlyMap<string, CatalogueProduct>>;
  removeProducts(shopId: string, productIds: ReadonlyArray<string>): Promise<void>; // unpublished for good
  watermark(shopId: string): Promise<Instant | null>; // newest updatedAt that reconciliation has seen
  moveWatermark(shopId: string, to: Instant): Promise<void>;
  storedUpdates(shopId: string, orderIds: ReadonlyArray<string>): Promise<ReadonlyMap<string, Instant>>;

  // enrolments and touches
  enrolmentFacts(shopId: string, orderId: string): Promise<EnrolmentFacts | null>;
  saveEnrolment(shopId: string, enrolment: NewEnrolment): Promise<'saved' | 'duplicate' | 'conflict'>;
  exitEnrolments(shopId: string, personId: string, reason: Reason, now: Instant): Promise<number>;
  exitEnrolmentOfOrder(shopId: string, orderId: string, reason: Reason, now: Instant): Promise<number>;
  claimDueTouches(now: Instant, limit: number, leaseMs: number): Promise<ReadonlyArray<ClaimedTouch>>; // runner
  releaseClaims(touches: ReadonlyArray<ClaimedTouch>): Promise<void>; // runner, graceful stop
  recoverExpiredLeases(): Promise<{ readonly released: number; readonly ambiguous: number }>; // runner
  nextDueAt(): Promise<Instant | null>; // runner
  touchFacts(
    shopId: string,
    touches: ReadonlyArray<AskedTouch>,
    now: Instant,
  ): Promise<ReadonlyArray<TouchFacts>>;
  // Both keep the decision that led there in the same transaction; where it does not come about, neither is kept.
  beginSending(
    shopId: string,
    claim: ClaimedTouch,
    gate: SendGate,
    decision?: DecisionRecord,
  ): Promise<BeginSending>;
  finishTouch(
    shopId: string,
    claim: ClaimedTouch,
    outcome: TouchOutcome,
    decision?: DecisionRecord,
  ): Promise<boolean>; // false: fenced off
  findDecision(shopId: string, decisionId: string): Promise<DecisionRecord | null>;
  latestDecisions(shopId: string, limit: number): Promise<ReadonlyArray<DecisionRecord>>;

  // what people do with e-mails
  recordEmailEvents(shopId: string, events: ReadonlyArray<EmailEvent>): Promise<number>; // how many were new
  suppress(
    shopId: string,
    emailHash: string,
    kind: SuppressionKind,
    source: string,
    at: Instant,
  ): Promise<void>;
  unsuppress(shopId: string, emailHash: string, source: string): Promise<void>; // only rows of that source
  touchOffer(shopId: string, touchId: string): Promise<TouchOffer | null>;
  personOfTouch(shopId: string, touchId: string): Promise<PersonOfTouch | null>;
  /** Touches that a person (not a machine) clicked, or whose cart the order came from, within the click window before it. */
  creditableTouches(shopId: string, orderId: string): Promise<ReadonlyArray<ClickedTouch>>;
  saveCredits(shopId: string, orderId: string, credits: ReadonlyArray<Credit>): Promise<void>;

  // schedule
  /** True once per slot: the job is enqueued in the same transaction. */
  startSlot(shopId: string, job: JobName, slot: string): Promise<boolean>;
  enqueue(shopId: string, job: JobName, detail: JobDetail): Promise<void>;
}

export type BeginSending =
  | { readonly kind: 'sending' } // committed: exactly this claim may send now
  | { readonly kind: 'blocked'; readonly reason: Reason; readonly recentSends: ReadonlyArray<Instant> }
  | { readonly kind: 'fenced' }; // somebody else has it, or the lease ran out

export type TouchOffer = {
  readonly touchId: string;
  readonly personId: string;
  readonly customerId: string | null;
  readonly productId: string;
  readonly variantId: string | null;
  readonly sellingPlanId: string | null;
  readonly acceptedAt: Instant | null;
  readonly utm: string;
};

export type PersonOfTouch = {
  readonly personId: string;
  readonly customerId: string | null;
  readonly emailHash: string;
};

export type JobName =
  | 'import_history'
  | 'mine_pairings'
  | 'reconcile_orders'
  | 'write_consent'
  | 'purge_inbox'
  | 'forget_details'
  | 'activate_pixel'
  | 'watch_lift';
export type JobDetail = Readonly<Record<string, string>>;
export type JobHandlers = Readonly<Record<JobName, (shopId: string, detail: JobDetail) => Promise<void>>>;

/** The shop's own platform. Reads are batched; ids are GIDs. Throws AdminError (try again) when it cannot answer. */
export interface Admin {
  fetchShop(shopId: string): Promise<ShopDetails>;
  fetchOrders(shopId: string, orderIds: ReadonlyArray<string>): Promise<ReadonlyArray<OrderWithCustomer>>;
  fetchProducts(shopId: string, productIds: ReadonlyArray<string>): Promise<ReadonlyArray<Product>>; // absent = gone
  updatedOrderIds(
    shopId: string,
    since: Instant,
  ): Promise<ReadonlyArray<{ readonly orderId: string; readonly updatedAt: Instant }>>;
  startHistoryExport(shopId: string, until: Instant): Promise<string>; // everything before; bulk operation id
  historyExport(shopId: string, bulkOperationId: string): Promise<HistoryExport>;
  readHistory(url: string): AsyncIterable<OrderWithCustomer>;
  fetchAllProducts(shopId: string): AsyncIterable<ReadonlyArray<Product>>;
  writeUnsubscribe(shopId: string, customerId: string, at: Instant): Promise<void>;
  /** Creates the shop's web pixel, or gives the one that is there these settings. */
  activatePixel(
    shopId: string,
    settings: { readonly accountID: string; readonly endpoint: string },
  ): Promise<void>;
  createCart(
    shopId: string,
    cart: NewCart,
  ): Promise<{ readonly checkoutUrl: string } | { readonly problem: string }>;
}

export type OrderWithCustomer = { readonly order: Order; readonly customer: Customer };

export type HistoryExport =
  | { readonly state: 'running'; readonly objects: number }
  | { readonly state: 'completed'; readonly url: string | null }
  | { readonly state: 'failed'; readonly error: string };

export type NewCart = {
  readonly variantId: string;
  readonly sellingPlanId: string | null;
  readonly touchToken: string;
};

/** One setting that was refused: where it stands, what was given, and what it must be. */
export type SettingFault = { readonly path: string; readonly value: unknown; readonly problem: string };

/** Turns what a form names, laid over whole settings, into whole settings, or says everything that is wrong. */
export interface SettingsParser {
  parse(
    given: unknown,
    base: Settings,
  ):
    | { readonly kind: 'valid'; readonly settings: Settings }
    | { readonly kind: 'refused'; readonly faults: ReadonlyArray<SettingFault> };
}

/** Hands one message to whoever delivers it. Never throws: every end is one of these. */
export interface Mailer {
  send(message: OutgoingMessage): Promise<MailResult>;
}

export type MailResult =
  | { readonly kind: 'accepted'; readonly messageId: string }
  | { readonly kind: 'not_sent'; readonly retryAfterMs: number; readonly detail: string } // nothing left: try again
  | { readonly kind: 'rejected'; readonly detail: string } // will never work for this message
  // The shop's key: stop the whole shop. `account` is the revision it was refused with; null: no account of its own.
  | { readonly kind: 'account_refused'; readonly detail: string; readonly account: number | null }
  | { readonly kind: 'unknown'; readonly detail: string }; // it may have been sent

export interface Clock {
  now(): Promise<Instant>;
}

export interface Ids {
  newId(): string;
}

export interface Log {
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
}

export type LogFields = { readonly shopId: string | null } & Readonly<
  Record<string, string | number | boolean | null>
>;

/** Makes and reads the signed tokens of links; a token of one purpose is worthless for another. */
export interface LinkSigner {
  sign(purpose: LinkPurpose, shopId: string, touchId: string): string;
  read(purpose: LinkPurpose, token: string): { readonly shopId: string; readonly touchId: string } | null;
}

export type LinkPurpose = 'offer' | 'unsubscribe' | 'cart' | 'events' | 'pixel';

/** Templates turned into a message: the HTML and the text part. */
export interface Renderer {
  render(content: MessageContent): Promise<{ readonly html: string; readonly text: string }>;
}

/** Everything outside that flows use; each flow names what it needs of it. Built in adapters/wiring.server.ts. */
export type Tools = {
  readonly store: Store;
  readonly admin: Admin;
  readonly mailer: Mailer;
  readonly renderer: Renderer;
  readonly links: LinkSigner;
  readonly secrets: Sealer;
  readonly sendingTester: SendingTester;
  readonly settingsParser: SettingsParser;
  readonly outbox: Outbox; // of the shops that no provider delivers for
  readonly ids: Ids;
  readonly log: Log;
  readonly appUrl: string; // where signed links lead
};
