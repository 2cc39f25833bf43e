import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Arm } from '#core/decide/trace';
import { MINUTE_MS } from '#core/shared/time';
import { processInbox } from '#flows/process-inbox';
import { sendDueTouches } from '#flows/send-due-touches';
import { customersOf } from '../support/build-customers';
import { buildSeed, INSTALLED_AT } from '../support/build-seed';
import { freshDatabase } from '../support/database';
import { pass, placeOrder, type LifeStep } from '../support/order-life';
import { readOrderStory } from '../support/read-order-story';
import { startEncore, type RunningEncore } from '../support/start-encore';

const RUNS = 30;
const database = await freshDatabase();
const unusedOf = { treatment: customersOf('treatment', 400), holdout: customersOf('holdout', 200) };
const seed = buildSeed({ customers: [...unusedOf.treatment, ...unusedOf.holdout], future: [] });
let encore: RunningEncore;

beforeAll(async () => {
  encore = await startEncore({ databaseUrl: database.url, seed, at: INSTALLED_AT, accepts: () => false });
}, 60_000);
afterAll(() => encore?.stop());

async function workOff(limit: number): Promise<void> {
  const now = encore.devStore.store.clock.now;
  while ((await processInbox(encore.tools, { now, limit })) > 0);
  while ((await sendDueTouches(encore.tools, { now, limit: 50 })) > 0);
}

/** A delivery of one of the webhooks so far: `again` is a new id, `spelling` other bytes of the same payload. */
const delivery = fc.record({ which: fc.nat(1_000), again: fc.nat(3), spelling: fc.nat(2) });
const life = fc.record({
  arm: fc.constantFrom<Arm>('treatment', 'treatment', 'holdout'),
  givenBack: fc.constantFrom('1', '4'),
  steps: fc.shuffledSubarray<LifeStep>(['refunded', 'cancelled', 'touch_due']),
  told: fc.array(fc.array(delivery, { maxLength: 6 }), { minLength: 6, maxLength: 6 }),
  atLast: fc.shuffledSubarray(
    Array.from({ length: 20 }, (_, index) => index),
    { minLength: 20 },
  ),
  copies: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 20, maxLength: 20 }),
  limit: fc.integer({ min: 1, max: 7 }),
});
type Life = typeof life extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** Lives the same order twice: one told once, in order, the other as drawn. Out: what is kept about each. */
async function liveTwice({ arm, givenBack, steps, told, atLast, copies, limit }: Life) {
  const [one, other] = unusedOf[arm].splice(0, 2);
  if (one === undefined || other === undefined)
    throw new Error(`no customer of arm ${arm} is left: make more`);
  const order = { productIds: ['1', '4'] };
  const clean = await placeOrder(encore, { ...order, customerId: one.id, isPaid: false });
  const messy = await placeOrder(encore, { ...order, customerId: other.id, isPaid: false });
  const unheard = [...clean.placed];
  const known = [...messy.placed];
  const deliver = async ({
    which,
    again,
    spelling,
  }: {
    readonly which: number;
    readonly again: number;
    readonly spelling: number;
  }) => {
    const webhook = known[which % known.length];
    if (!webhook) return 'duplicate';
    return encore.deliver({
      ...webhook,
      webhookId: `${webhook.webhookId}${'+'.repeat(again)}`,
      payload: webhook.payload + ' '.repeat(spelling),
    });
  };

  const catchUp = async () => {
    for (const webhook of unheard.splice(0)) {
      await encore.deliver(webhook);
      await workOff(limit);
    }
  };
  for (const [index, step] of (['paid', ...steps, 'touch_due'] as const).entries()) {
    await pass(encore, step === 'touch_due' ? 21 * MINUTE_MS : MINUTE_MS);
    if (step !== 'touch_due') {
      unheard.push(...(await clean.happen(step, givenBack)));
      known.push(...(await messy.happen(step, givenBack)));
    }
    const results = [];
    for (const one of told[index] ?? []) results.push(await deliver(one));
    if (results.includes('stored')) await catchUp();
    await workOff(limit);
  }
  await catchUp();
  for (const which of atLast.filter((index) => index < known.length)) {
    for (let copy = 0; copy < (copies[which] ?? 1); copy += 1)
      await deliver({ which, again: 4 + (copy % 2), spelling: 3 + copy });
  }
  await workOff(limit);
  return {
    clean: await readOrderStory(database.url, clean.customerId, clean.orderId),
    messy: await readOrderStory(database.url, messy.customerId, messy.orderId),
  };
}

describe('webhooks of one order', () => {
  it('told repeatedly, late and in any order leave what one clean delivery leaves', async () => {
    const ends = new Set<string>();
    await fc.assert(
      fc.asyncProperty(life, async (drawn) => {
        const { clean, messy } = await liveTwice(drawn);
        expect(messy).toEqual(clean);
        ends.add(JSON.stringify(clean.touches.map(({ state, reason }) => [state, reason])));
      }),
      { numRuns: RUNS },
    );
    expect(ends.size, 'different ends that were seen').toBeGreaterThan(3);
  }, 120_000);
});
