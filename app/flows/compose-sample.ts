import { TOUCH_OF, type MessageKey } from '#core/message/message-texts';
import type { OutgoingMessage } from '#core/message/message';
import type { PairingKey } from '#core/affinity/override';
import type { TouchDecision } from '#core/decide/evaluate-touch';
import type { OfferChoice } from '#core/recommend/choose-offer';
import { DAY_MS, MINUTE_MS, type Instant } from '#core/shared/time';
import type { Settings } from '#core/settings/settings';
import type { CandidateReason, Reason } from '#core/suppression/reasons';
import { composeMessage } from './compose-message';
import { decideTouch } from './decide-touch';
import type { DueTouch } from './due-touch';
import { readOfferSources } from './read-offer-sources';
import type { OrderWithCustomer, Tools } from './ports';
import type { SampleOrder } from './ports/sequence-store';
import type { Shop, TouchFacts } from './records';

/** Enough to find one that has an offer, few enough to be read in one question. */
export const MOST_SAMPLES = 12;

export type SampleInput = {
  readonly shop: Shop;
  readonly settings: Settings; // as they would be saved
  readonly messageKey: MessageKey;
  readonly orderId: string | null; // tried first; null: the newest
  readonly pairing: PairingKey | null; // as if the shop knew this one alone, for orders that hold its antecedent
  readonly segments: ReadonlyArray<string> | null; // null: those that the customer was in
  readonly greetedAs: string | null; // null: the buyer's own first name
  readonly messageId: string; // stands in the links in place of a touch, so that nobody is unsubscribed by a preview
  readonly to: string;
  readonly now: Instant;
};

export type PassedOver = {
  readonly orderId: string;
  readonly name: string;
  readonly reason: Reason | 'not_this_message' | 'not_readable';
  readonly candidateReason: CandidateReason | null; // why the product that stood best could not be offered
};

export type Sample =
  | {
      readonly kind: 'composed';
      readonly order: { readonly orderId: string; readonly name: string };
      readonly message: OutgoingMessage;
      readonly productId: string; // that it offers
      readonly passedOver: ReadonlyArray<PassedOver>;
    }
  | { readonly kind: 'nothing'; readonly passedOver: ReadonlyArray<PassedOver> }
  | { readonly kind: 'failed'; readonly problem: string };

/**
 * Writes one of the e-mails for a real recent order, by the decision and the composition that sending uses. Where an
 * order has no offer for it, the next one is taken. Nothing is planned and nothing
 * is sent; of a product that was read anew, the newer state is kept.
 * In: shop, settings to write by, which e-mail, order, segments, now (ms). Out: the message, or why there is none.
 */
export async function composeSample(
  tools: Pick<Tools, 'store' | 'admin' | 'links' | 'renderer' | 'appUrl'>,
  input: SampleInput,
): Promise<Sample> {
  const { shopId } = input.shop;
  const samples = await tools.store.sampleOrders(shopId, MOST_SAMPLES, input.pairing?.antecedentId ?? null);
  const touchNumber = TOUCH_OF[input.messageKey];
  const rank = ({ orderId, offered }: SampleOrder) =>
    orderId === input.orderId ? 0 : offered.includes(touchNumber) ? 1 : 2;
  const ordered = samples.toSorted((a, b) => rank(a) - rank(b));
  const fetched = await tools.admin.fetchOrders(
    shopId,
    ordered.map(({ orderId }) => orderId),
  );
  const passedOver: PassedOver[] = [];
  for (const sample of ordered) {
    const found = fetched.find(({ order }) => order.orderId === sample.orderId);
    const { orderId, name } = sample;
    const pass = (reason: PassedOver['reason'], candidateReason: PassedOver['candidateReason'] = null) =>
      passedOver.push({ orderId, name, reason, candidateReason });
    if (!found) {
      pass('not_readable');
      continue;
    }
    const touch = await loadTouch(tools, input, sample);
    const facts = withClick(touch.facts, input.messageKey);
    if (facts === null) {
      pass('not_this_message');
      continue;
    }
    const at = facts.dueAt; // the moment of sending: "two weeks" are two weeks in the preview too
    const sources = await readOfferSources(tools.store, shopId, [
      { touchNumber: facts.touchNumber, order: found.order },
    ]);
    const due: DueTouch = { ...touch, facts, fetched: found, sources };
    const decision = await decideTouch(tools, {
      touch: due,
      fetched: found,
      onlyPairing: input.pairing && { key: input.pairing, at: input.now },
      now: at,
    });
    const { offer } = decision;
    if (offer.chosen === null)
      pass(offer.isOneTime ? 'one_time_product' : 'no_candidate', offer.trace.best[0]?.reason ?? null);
    else if (!isOfKey(offer, input.messageKey)) pass('not_this_message');
    else return compose(tools, { input, touch: due, fetched: found, decision, at, sample, passedOver });
  }
  return { kind: 'nothing', passedOver };
}

async function compose(
  tools: Pick<Tools, 'links' | 'renderer' | 'appUrl'>,
  made: {
    readonly input: SampleInput;
    readonly touch: DueTouch;
    readonly fetched: OrderWithCustomer;
    readonly decision: TouchDecision;
    readonly at: Instant;
    readonly sample: SampleOrder;
    readonly passedOver: ReadonlyArray<PassedOver>;
  },
): Promise<Sample> {
  const { input, touch, decision, at, passedOver } = made;
  const { orderId, name } = made.sample;
  const { customer } = made.fetched;
  const fetched = {
    ...made.fetched,
    customer: { ...customer, firstName: input.greetedAs ?? customer.firstName },
  };
  try {
    const message = await composeMessage(tools, { touch, fetched, decision, to: input.to, now: at });
    const productId = decision.offer.chosen?.productId ?? '';
    return { kind: 'composed', order: { orderId, name }, message, productId, passedOver };
  } catch (error) {
    // No postal address, too heavy: exactly what would keep the real one from going out.
    return { kind: 'failed', problem: error instanceof Error ? error.message : String(error) };
  }
}

/** The touch as it was planned, or, for an order that entered no sequence, as it would have been. */
async function loadTouch(
  { store }: Pick<Tools, 'store'>,
  { shop, settings, messageKey, segments, messageId, now }: SampleInput,
  sample: SampleOrder,
): Promise<Omit<DueTouch, 'fetched' | 'sources'>> {
  const touchNumber = TOUCH_OF[messageKey];
  const touchId = sample.touchIds[`${touchNumber}`];
  const [kept] = touchId ? await store.touchFacts(shop.shopId, [{ touchId, domainHash: null }], now) : [];
  const facts = kept ?? plannedFacts(sample, settings, messageKey, shop);
  const claim = {
    shopId: shop.shopId,
    touchId: messageId,
    enrolmentId: facts.enrolmentId,
    orderId: sample.orderId,
    personId: sample.personId,
    touchNumber,
    token: '',
  };
  return {
    claim,
    shop: { ...shop, settings },
    facts: { ...facts, pinned: settings, segments: segments ?? facts.segments },
  };
}

function plannedFacts(
  { orderId, personId, confirmedAt, owned }: SampleOrder,
  settings: Settings,
  messageKey: MessageKey,
  shop: Shop,
): TouchFacts {
  const { one, two, three } = settings.touches;
  const touchNumber = TOUCH_OF[messageKey];
  const dayOfThree = messageKey === 'threeAccessory' ? three.durableDay : three.consumableDay;
  const dueAt =
    confirmedAt +
    (touchNumber === 1 ? one.delayMinutes * MINUTE_MS : (touchNumber === 2 ? two.day : dayOfThree) * DAY_MS);
  return {
    touchId: '',
    touchNumber,
    dueAt,
    windowEndsAt: dueAt + DAY_MS,
    enrolmentId: '',
    isEnrolmentLive: true,
    exitReason: null,
    orderId,
    personId,
    arm: 'treatment',
    confirmedAt,
    zone: shop.zone,
    segments: [],
    settingsVersion: shop.settingsVersion,
    pinned: settings,
    suppressions: [],
    newerPurchases: [],
    purchaseBefore: null,
    owned,
    boughtBefore: [],
    browsed: [],
    returned: [],
    recentSends: [],
    engagement: [],
    earlierTouches: [],
  };
}

/** Touch 2 asks about what touch 1 offered: with a click it is one e-mail, without it another. Null: nothing was offered. */
function withClick(facts: TouchFacts, key: MessageKey): TouchFacts | null {
  if (facts.touchNumber !== 2) return facts;
  const clickedByPerson = key === 'twoClicked';
  const first = facts.earlierTouches.find((earlier) => earlier.touchNumber === 1);
  if (clickedByPerson && !first?.productTitle) return null;
  const earlierTouches = facts.earlierTouches.map((earlier) =>
    earlier.touchNumber === 1 ? { ...earlier, clickedByPerson } : earlier,
  );
  return { ...facts, earlierTouches };
}

function isOfKey(offer: OfferChoice, key: MessageKey): boolean {
  const isReplenishment = offer.chosen?.table === 'replenishment';
  if (key === 'threeReplenishment') return isReplenishment;
  return key !== 'threeAccessory' || !isReplenishment;
}
