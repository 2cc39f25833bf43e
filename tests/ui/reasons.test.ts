import { expect, it } from 'vitest';
import { evaluateEnrolment } from '#core/decide/evaluate-enrolment';
import { GATES } from '#core/decide/trace';
import { CANDIDATE_REASONS, REASONS } from '#core/suppression/reasons';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { reasons } from '#messages/reasons';
import { buildCustomer, buildOrder, MONDAY } from '../support/build-order';

const SENTENCE = /^[A-Z][^!]*\.$/;

it('every reason is one sentence in words, and no word is for a reason that there is not', () => {
  expect(Object.keys(reasons.reason).toSorted()).toEqual(REASONS.toSorted());
  expect(Object.keys(reasons.candidate).toSorted()).toEqual(
    [...CANDIDATE_REASONS, 'ranked_lower'].toSorted(),
  );
  for (const sentence of [...Object.values(reasons.reason), ...Object.values(reasons.candidate)])
    expect(sentence).toMatch(SENTENCE);
  const told = Object.values(reasons.reason);
  expect(new Set(told).size).toBe(told.length); // two reasons that read alike could not be told apart
});

it('every gate is a question', () => {
  expect(Object.keys(reasons.gate)).toEqual([...GATES]);
  for (const question of Object.values(reasons.gate)) expect(question).toMatch(/^[A-Z].*\?$/);
});

it('whatever a gate about enrolling looked at has a name', () => {
  const order = buildOrder();
  const { gates } = evaluateEnrolment({
    shop: {
      shopId: 'a.myshopify.com',
      countryCode: 'GB',
      zone: 'Europe/London',
      isInstalled: true,
      historyUntil: null,
    },
    settings: DEFAULT_SETTINGS,
    order,
    customer: buildCustomer(),
    personId: 'p',
    fixedArm: null,
    purchases: [{ ...order, confirmedAt: MONDAY, valueMinor: 10_000, netMinor: 10_000 }],
    suppressions: [],
    running: null,
    isAttributedAddon: false,
    valueBordersMinor: null,
    bought: { productIds: [], categories: [], usedDiscount: false },
    catalogue: new Map(),
  });
  const looked = gates.flatMap((gate) => Object.keys(gate.input));
  expect(looked.filter((name) => !Object.hasOwn(reasons.input, name))).toEqual([]);
});
