import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateEnrolment, type EnrolmentInput } from '#core/decide/evaluate-enrolment';
import type { Arm } from '#core/decide/trace';
import { assignArm } from '#core/holdout/assign-arm';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { buildCustomer, buildOrder, MONDAY } from '../../support/build-order';

const PEOPLE = 10_000;
const SHARES = [10, 12, 15, 20];
const SALTS = ['exp1', 'exp2', 'exp3'];
const SHOP = 'demo.myshopify.com';

/** Customers and guests by turns, as they are named when an arm is drawn. */
const units = Array.from({ length: PEOPLE }, (_, n) =>
  n % 2 === 0 ? `gid://shopify/Customer/${n}` : `guest:${String(n).padStart(64, '0')}`,
);
const draw = (unitId: string, salt: string, holdoutPercent: number) =>
  assignArm({ salt, shopId: SHOP, unitId, holdoutPercent }).arm;
const heldOut = (salt: string, share: number) =>
  new Set(units.filter((unitId) => draw(unitId, salt, share) === 'holdout'));

const order = buildOrder();
const input: Omit<EnrolmentInput, 'settings' | 'personId' | 'fixedArm'> = {
  shop: {
    shopId: SHOP,
    countryCode: 'GB',
    zone: 'Europe/London',
    isInstalled: true,
    historyUntil: null,
  },
  order,
  customer: buildCustomer(),
  purchases: [
    { orderId: order.orderId, confirmedAt: MONDAY, currency: 'GBP', valueMinor: 10_000, netMinor: 10_000 },
  ],
  suppressions: [],
  running: null,
  isAttributedAddon: false,
  valueBordersMinor: null,
  bought: { productIds: [], categories: [], usedDiscount: false },
  catalogue: new Map(),
};

type Version = { readonly salt: string; readonly share: number };

/** The arm as the trace tells it. Planning the touches takes longest and has no say in it: only some are planned. */
function armAtEnrolment(personId: string, fixedArm: Arm | null, version: Version, isPlanned: boolean) {
  const { gates, planned } = evaluateEnrolment({
    ...input,
    settings: {
      ...DEFAULT_SETTINGS,
      experimentSalt: version.salt,
      holdoutPercent: version.share,
      sending: { isPaused: false, isSequenceOn: isPlanned },
    },
    personId,
    fixedArm,
  });
  const told = gates.find(({ gate }) => gate === 'arm')?.input['arm'];
  if (planned && planned.arm !== told)
    throw new Error(`${personId} is planned as ${planned.arm}, told as ${told}`);
  if (isPlanned && !planned) throw new Error('an ordinary order was refused');
  return told;
}

describe('the holdout of 10,000 people (F26)', () => {
  it('only gains people when the share is raised, as many as the share says, and only loses them when it is lowered', () => {
    const holdouts = SHARES.map((share) => heldOut('exp1', share));
    for (const [index, share] of SHARES.entries()) {
      const [held, raised] = [holdouts[index], holdouts[index + 1]];
      const { mean, deviation } = binomial(share / 100);
      expect(Math.abs((held?.size ?? 0) - mean)).toBeLessThan(4 * deviation);
      if (held && raised)
        expect(
          [...held].filter((unitId) => !raised.has(unitId)),
          `lost from ${share} % on`,
        ).toEqual([]);
    }
  });

  it('is drawn independently under another salt, and alike under the same one', () => {
    const [held, again, other] = [heldOut('exp1', 15), heldOut('exp1', 15), heldOut('exp2', 15)];
    expect(again).toEqual(held);
    const { mean, deviation } = binomial(0.15 ** 2);
    expect(Math.abs([...held].filter((unitId) => other.has(unitId)).length - mean)).toBeLessThan(
      4 * deviation,
    );
  });

  it('keeps everybody whose arm is stored, over any chain of shares and salts; without the stored arm many would change (C74)', () => {
    const version = fc.record({ salt: fc.constantFrom(...SALTS), share: fc.constantFrom(...SHARES) });
    const chains = fc.sample(fc.array(version, { minLength: 3, maxLength: 3 }), {
      numRuns: PEOPLE,
      seed: 26,
    });
    let changes = 0;
    for (const [n, unitId] of units.entries()) {
      const [first, ...later] = chains[n] ?? [];
      if (!first) throw new Error('a chain without a version');
      const isPlanned = n % 10 < 2; // customers and guests
      const stored = draw(unitId, first.salt, first.share);
      const arms = [armAtEnrolment(unitId, null, first, isPlanned)];
      for (const one of later) arms.push(armAtEnrolment(unitId, stored, one, isPlanned));
      if (arms.some((arm) => arm !== stored))
        throw new Error(`${unitId}: ${stored}, then ${arms.join(', ')}`);
      if (later.some(({ salt, share }) => draw(unitId, salt, share) !== stored)) changes += 1;
    }
    expect(changes, 'who would have changed sides').toBeGreaterThan(PEOPLE / 10);
  });
});

/** How many of all people a share takes: expected, and one standard deviation. */
function binomial(share: number) {
  return { mean: PEOPLE * share, deviation: Math.sqrt(PEOPLE * share * (1 - share)) };
}
