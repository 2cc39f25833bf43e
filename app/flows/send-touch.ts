import { firstFailed, gateFrom } from '#core/decide/gate';
import type { TouchDecision } from '#core/decide/evaluate-touch';
import type { Instant } from '#core/shared/time';
import { domainHashOf, emailHashOf } from '#core/suppression/identity';
import type { Reason } from '#core/suppression/reasons';
import { merchandiseSubtotalMinor } from '#core/affinity/counted-order';
import { composeMessage } from './compose-message';
import { decideTouch } from './decide-touch';
import { deliverMessage } from './deliver-message';
import type { DueTouch } from './due-touch';
import type { OrderWithCustomer, Tools } from './ports';
import type { DecisionRecord, SendGate, TouchOfferRecord, TouchOutcome } from './records';

/**
 * Brings one claimed touch to its outcome: decides again with everything read just now, and sends, withholds, defers,
 * skips or ends the enrolment, keeping the decision with its whole trace in the transaction that does so. Whatever happens after the claim ends in
 * an outcome with a reason; the unique row (shop, enrolment, touch) and the claim's token make it happen once.
 * In: the touch with its facts, now (ms). Out: nothing.
 */
export async function sendTouch(
  tools: Tools,
  input: { readonly touch: DueTouch; readonly now: Instant },
): Promise<void> {
  const { touch, now } = input;
  const { claim, shop, fetched } = touch;
  if (!fetched) {
    const isInstalled = shop.uninstalledAt === null;
    const reason: Reason = isInstalled ? 'cancelled' : 'shop_inactive';
    const gate = gateFrom(isInstalled ? 'order_recheck' : 'shop_state', reason, {
      isInstalled,
      isKnownToShopify: false,
    });
    await tools.store.finishTouch(
      claim.shopId,
      claim,
      { state: 'exited', at: now, reason },
      {
        ...decisionOf(touch, tools.ids.newId(), now),
        verdict: 'exit',
        reason,
        gates: [gate],
        candidates: null,
        chosenProductId: null,
        variation: null,
      },
    );
    return;
  }
  const decision = await decideTouch(tools, { touch, fetched, onlyPairing: null, now });
  const record = describe(decision, touch, tools.ids.newId(), now);
  const finish = (outcome: TouchOutcome) => tools.store.finishTouch(claim.shopId, claim, outcome, record);

  const { verdict } = decision;
  switch (verdict.kind) {
    case 'send':
      return sendOrWithhold(tools, { touch, fetched, decision, record, now });
    case 'defer':
      await finish({ state: 'due', at: now, dueAt: verdict.until, reason: verdict.reason });
      return;
    case 'skip':
      await finish({ state: 'skipped', at: now, reason: verdict.reason });
      return;
    case 'exit':
      await finish({ state: 'exited', at: now, reason: verdict.reason });
      await tools.store.exitEnrolmentOfOrder(claim.shopId, claim.orderId, verdict.reason, now);
      return;
  }
}

async function sendOrWithhold(
  tools: Tools,
  input: {
    touch: DueTouch;
    fetched: OrderWithCustomer;
    decision: TouchDecision;
    record: DecisionRecord;
    now: Instant;
  },
): Promise<void> {
  const { touch, fetched, decision, record, now } = input;
  const { claim, facts, shop } = touch;
  const email = fetched.customer.email;
  const chosen = decision.offer.chosen;
  if (email === null || chosen === null)
    throw new Error(`touch ${claim.touchId} was decided to be sent without an address or an offer`);
  const message = await composeMessage(tools, { touch, fetched, decision, to: email, now });
  const offer: TouchOfferRecord = {
    productId: chosen.productId,
    anchorProductId: chosen.anchorProductId,
    variantId: decision.offer.product?.variantId ?? null,
    sellingPlanId: decision.offer.sellingPlan?.sellingPlanId ?? null,
    productPriceMinor: chosen.priceMinor,
    priceBaseMinor: chosen.priceBaseMinor,
    orderSubtotalMinor: merchandiseSubtotalMinor(fetched.order),
    subject: message.subject,
  };

  const gate: SendGate = {
    now,
    emailHash: emailHashOf(email),
    domainHash: domainHashOf(email),
    capPer168Hours: shop.settings.suppression.capPer168Hours,
    to: facts.arm === 'holdout' ? 'withheld' : 'sending',
    offer,
  };
  const begun = await tools.store.beginSending(claim.shopId, claim, gate, record);

  if (begun.kind === 'fenced') return;
  if (begun.kind === 'blocked') {
    // Something came in between the decision and this transaction: decide once more with what is true now.
    await tools.store.finishTouch(claim.shopId, claim, {
      state: 'due',
      at: now,
      dueAt: now,
      reason: begun.reason,
    });
    return;
  }
  if (facts.arm === 'treatment') await deliverMessage(tools, { claim, message, now });
}

function describe(
  decision: TouchDecision,
  touch: DueTouch,
  decisionId: string,
  now: Instant,
): DecisionRecord {
  const isWithheld = decision.verdict.kind === 'send' && touch.facts.arm === 'holdout';
  return {
    ...decisionOf(touch, decisionId, now),
    verdict: isWithheld ? 'withhold' : decision.verdict.kind,
    reason: isWithheld ? 'holdout' : verdictReason(decision),
    gates: decision.gates,
    candidates: decision.candidates,
    chosenProductId: decision.offer.chosen?.productId ?? null,
    variation: decision.variation,
  };
}

/** What every decision about a touch carries, whatever it was. */
function decisionOf({ claim, facts }: DueTouch, decisionId: string, now: Instant) {
  return {
    decisionId,
    shopId: claim.shopId,
    orderId: claim.orderId,
    personId: claim.personId,
    touchId: claim.touchId,
    touchNumber: claim.touchNumber,
    decidedAt: now,
    arm: facts.arm,
    settingsVersion: facts.settingsVersion,
    rule: facts.pinned.onNewPurchase,
  };
}

function verdictReason({ verdict, gates }: TouchDecision): Reason | null {
  return verdict.kind === 'send' ? null : (verdict.reason ?? firstFailed(gates)?.reason ?? null);
}
