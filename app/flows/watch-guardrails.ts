import { judgeMail } from '#core/guardrails/judge-mail';
import { DAY_MS, type Instant } from '#core/shared/time';
import { keepOutcomes } from './keep-outcomes';
import type { Tools } from './ports';
import { reportLift } from './report-lift';

/** The e-mails that complaints and bounces are counted of. */
export const WATCHED_MS = 7 * DAY_MS;
/** The harm that a merchant has seen and sends on in spite of is not held against them at once again. */
const HARM_AGAIN_MS = 14 * DAY_MS;

/** Why a guardrail stopped a shop, as it is kept beside the stop and told on Home. */
export type GuardrailStop =
  | { readonly guardrail: 'complaints' | 'bounces'; readonly count: number; readonly sent: number }
  | { readonly guardrail: 'harm'; readonly atLeast: number }; // a fraction of revenue per customer

/** What `watchMail` or `watchLift` kept beside the stop. */
export function parseStop(detail: string): GuardrailStop {
  return JSON.parse(detail) as GuardrailStop;
}

type Watched = { readonly shopId: string; readonly now: Instant };

/**
 * Stops the shop's sending when complaints or bounces of seven days reach their limit. What is due waits.
 * In: shop, now (ms). Out: why it was stopped; null: it was not, or nothing is sent anyway.
 */
export async function watchMail(
  { store, log }: Pick<Tools, 'store' | 'log'>,
  { shopId, now }: Watched,
): Promise<GuardrailStop | null> {
  const reached = judgeMail(await store.mailFaults(shopId, now - WATCHED_MS));
  const worst = reached.find(({ level }) => level === 'pause');
  if (!worst) return null;
  const { guardrail, count, sent } = worst;
  return stop({ store, log }, { shopId, now, stop: { guardrail, count, sent } });
}

/**
 * Keeps the outcomes, and stops the shop's sending when the always-valid interval of revenue per customer lies wholly
 * below zero. In: shop, now (ms). Out: as above.
 */
export async function watchLift(
  { store, log }: Pick<Tools, 'store' | 'log'>,
  { shopId, now }: Watched,
): Promise<GuardrailStop | null> {
  await keepOutcomes({ store }, { shopId });
  const resumedAt = await store.resumedAt(shopId);
  if (resumedAt !== null && now - resumedAt < HARM_AGAIN_MS) return null;
  const report = await reportLift({ store }, { shopId, asOf: now });
  if (report?.verdict.kind !== 'harm') return null;
  const { atLeast } = report.verdict;
  return stop({ store, log }, { shopId, now, stop: { guardrail: 'harm', atLeast } });
}

async function stop(
  { store, log }: Pick<Tools, 'store' | 'log'>,
  input: Watched & { readonly stop: GuardrailStop },
): Promise<GuardrailStop | null> {
  const { shopId, now } = input;
  const shop = await store.findShop(shopId);
  if (!shop || shop.sendingPaused) return null;
  await store.pauseSending(shopId, 'paused_guardrail', JSON.stringify(input.stop), now);
  log.warn({ shopId, ...input.stop }, 'a guardrail stopped sending');
  return input.stop;
}
