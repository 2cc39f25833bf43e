import { isInForce, type PairingKey, type PairingUse } from '#core/affinity/override';
import type { MessageKey } from '#core/message/message-texts';
import type { Instant } from '#core/shared/time';
import { composeSample, type PassedOver } from './compose-sample';
import type { Tools } from './ports';
import { PREVIEW_ID } from './test-id';

export type PairingPreview =
  | {
      readonly kind: 'shown';
      readonly subject: string;
      readonly html: string;
      readonly orderName: string; // "#1042"
    }
  | {
      readonly kind: 'nothing';
      /** Of the latest orders that hold the antecedent, how many were passed over for which reason, most first. */
      readonly reasons: ReadonlyArray<{ readonly reason: PassedReason; readonly orders: number }>;
    }
  | { readonly kind: 'failed'; readonly problem: string };

export type PassedReason = PassedOver['reason'] | NonNullable<PassedOver['candidateReason']>;

/**
 * The e-mail that a recent buyer of the antecedent would get if this pairing were the best one: by the decision that
 * sending makes, with every check of the offer. Nothing is planned and nothing is sent.
 * In: shop, pairing, now (ms). Out: HTML and subject; or why none of the latest orders could be offered it.
 */
export async function previewPairing(
  tools: Pick<Tools, 'store' | 'admin' | 'links' | 'renderer' | 'appUrl'>,
  input: { readonly shopId: string; readonly pairing: PairingKey; readonly now: Instant },
): Promise<PairingPreview> {
  const { shopId, pairing, now } = input;
  const shop = await tools.store.findShop(shopId);
  if (!shop) throw new Error(`${shopId} is not installed, so there is nothing to preview`);
  const overrides = await tools.store.overridesOf(shopId, pairing.table, [pairing.antecedentId]);
  const override = overrides.find((one) => one.consequentId === pairing.consequentId && isInForce(one, now));
  const sample = await composeSample(tools, {
    shop,
    settings: shop.settings,
    messageKey: messageOf(pairing, override?.use ?? null),
    orderId: null,
    pairing,
    segments: null,
    greetedAs: null,
    messageId: PREVIEW_ID,
    to: '',
    now,
  });
  if (sample.kind === 'failed') return sample;
  if (sample.kind === 'nothing') return { kind: 'nothing', reasons: countReasons(sample.passedOver) };
  const { subject, html } = sample.message;
  return { kind: 'shown', subject, html, orderName: sample.order.name };
}

function messageOf({ table }: PairingKey, use: PairingUse | null): MessageKey {
  if (table === 'next_order') return 'two';
  return use === 'touch_3_only' ? 'threeAccessory' : 'one';
}

function countReasons(passedOver: ReadonlyArray<PassedOver>) {
  const orders = new Map<PassedReason, number>();
  for (const { reason, candidateReason } of passedOver) {
    const told = candidateReason ?? reason;
    orders.set(told, (orders.get(told) ?? 0) + 1);
  }
  return [...orders]
    .map(([reason, count]) => ({ reason, orders: count }))
    .sort((a, b) => b.orders - a.orders);
}
