import { creditedTouch, creditsOf } from '#core/attribution/last-touch';
import { evaluateEnrolment, type EnrolmentDecision } from '#core/decide/evaluate-enrolment';
import { firstFailed } from '#core/decide/gate';
import type { Instant } from '#core/shared/time';
import type { OrderWithCustomer, Tools } from './ports';
import { readBought } from './read-bought';
import type { DecisionRecord, EnrolmentFacts, NewEnrolment } from './records';
import { suppressedDomainKinds } from './suppressed-domain-kinds';

/** Somebody else enrolled the same person at the same moment; the facts are read again and decided anew. */
const MOST_TRIES = 5;

/**
 * Decides once for an order whether it starts a sequence, and what that does to the one that is running: verdict, plan,
 * exit and trace are kept in one transaction. An order that is not confirmed yet is left for its next webhook. One
 * enrolment decision per (shop, order) and one live enrolment per person are unique keys in the schema.
 * In: shop, the order and its customer as read just now, now (ms). Out: the decision, or null when nothing was decided.
 */
export async function enrolOrder(
  tools: Pick<Tools, 'store' | 'ids' | 'links'>,
  input: OrderWithCustomer & { readonly shopId: string; readonly now: Instant },
): Promise<DecisionRecord | null> {
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    const saved = await tryEnrol(tools, input);
    if (saved !== 'conflict') return saved;
  }
  throw new Error(
    `order ${input.order.orderId} of ${input.shopId} met another enrolment of the same person ${MOST_TRIES} times; it is tried again later`,
  );
}

async function tryEnrol(
  { store, ids, links }: Pick<Tools, 'store' | 'ids' | 'links'>,
  input: OrderWithCustomer & { readonly shopId: string; readonly now: Instant },
): Promise<DecisionRecord | 'conflict' | null> {
  const { shopId, order, customer, now } = input;
  const productIds = order.lines.map((line) => line.productId).filter((id) => id !== null);
  if (order.confirmedAt === null) return null;
  await recordOwnCart({ store, links }, input);
  const [facts, domainKinds, catalogue, clicked] = await Promise.all([
    store.enrolmentFacts(shopId, order.orderId),
    suppressedDomainKinds(store, shopId, [customer.email]),
    store.productsById(shopId, productIds),
    store.creditableTouches(shopId, order.orderId),
  ]);
  if (!facts || facts.isDecided) return null;

  const credited = creditedTouch(clicked, facts.running?.enrolmentId ?? null, order);
  const decision = evaluateEnrolment({
    shop: { ...facts.shop, isInstalled: facts.shop.uninstalledAt === null },
    settings: facts.shop.settings,
    order,
    customer,
    personId: facts.personId,
    fixedArm: facts.arm,
    purchases: facts.purchases,
    suppressions: [...new Set([...facts.suppressions, ...domainKinds(customer.email)])],
    running: facts.running,
    isAttributedAddon: credited?.isAddon ?? false,
    valueBordersMinor: facts.valueBordersMinor,
    bought: await readBought(store, facts),
    catalogue,
  });
  const enrolment = describe(decision, facts, input, ids.newId);

  // Before the decision: once that is kept, nobody comes back for the credit of a process that died in between.
  const credits = creditsOf(clicked, order);
  if (credits.length > 0) await store.saveCredits(shopId, order.orderId, credits);
  const saved = await store.saveEnrolment(shopId, enrolment);
  if (saved === 'conflict') return 'conflict';
  return saved === 'saved' ? { ...enrolment.decision, decidedAt: now } : null;
}

/** An order out of the cart that a touch's link opened: a person clicked, whatever the click itself looked like. */
async function recordOwnCart(
  { store, links }: Pick<Tools, 'store' | 'links'>,
  { shopId, order }: { readonly shopId: string; readonly order: OrderWithCustomer['order'] },
): Promise<void> {
  const cart = order.touchToken === null ? null : links.read('cart', order.touchToken);
  if (cart?.shopId !== shopId || order.confirmedAt === null) return;
  await store.recordEmailEvents(shopId, [
    {
      touchId: cart.touchId,
      kind: 'click',
      at: order.confirmedAt,
      naturalKey: `${cart.touchId} cart ${order.orderId}`,
      isMachine: false,
      isTemporary: false,
    },
  ]);
}

function describe(
  decision: EnrolmentDecision,
  facts: EnrolmentFacts,
  { shopId, order, now }: { shopId: string; order: OrderWithCustomer['order']; now: Instant },
  newId: () => string,
): NewEnrolment {
  const { planned, exitRunning } = decision;
  const { shop, personId, running } = facts;
  const enrolment =
    planned === null || personId === null || order.confirmedAt === null
      ? null
      : {
          enrolmentId: newId(),
          orderId: order.orderId,
          personId,
          arm: planned.arm,
          confirmedAt: order.confirmedAt,
          settingsVersion: shop.settingsVersion,
          zone: planned.zone.zone,
          segments: planned.variation.segments.map(({ id }) => id),
          subscribable: planned.subscribable,
          touches: planned.touches.map((touch) => ({ ...touch, touchId: newId() })),
        };
  return {
    decision: {
      decisionId: newId(),
      shopId,
      orderId: order.orderId,
      personId,
      touchId: null,
      touchNumber: null,
      decidedAt: now,
      verdict: decision.verdict.kind,
      reason: firstFailed(decision.gates)?.reason ?? null,
      arm: planned?.arm ?? null,
      settingsVersion: shop.settingsVersion,
      rule: shop.settings.onNewPurchase,
      gates: decision.gates,
      candidates: null,
      chosenProductId: null,
      variation: planned?.variation ?? null,
    },
    enrolment,
    exit: running && exitRunning ? { enrolmentId: running.enrolmentId, reason: exitRunning } : null,
  };
}
