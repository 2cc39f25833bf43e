import { describe, expect, it } from 'vitest';
import { domainHashOf, emailHashOf } from '#core/suppression/identity';
import { DEFAULT_SETTINGS } from '#core/settings/settings';
import { DAY_MS } from '#core/shared/time';
import {
  addSuppression,
  findSuppression,
  importSuppressionList,
  previewSuppressionList,
  removeSuppression,
} from '#flows/keep-suppression-list';
import { reviewSuppression } from '#flows/review-suppression';
import { suppressedDomainKinds } from '#flows/suppressed-domain-kinds';
import { buildDecision, buildGate, claimedTouch, enrol } from '../support/build-enrolment';
import { MONDAY } from '../support/build-order';
import { buildRecordedOrder, buyer } from '../support/build-recorded-order';
import { installShop } from '../support/build-shop';
import { openStore } from '../support/open-store';

const { store, prisma } = await openStore();
const tools = { store };
const add = (shopId: string, text: string, kind = 'vip_custom' as const) =>
  addSuppression(tools, { shopId, text, kind, now: MONDAY });

describe('one address or domain', () => {
  it('is found again in any spelling, and only its hash is kept', async () => {
    const shopId = await installShop(store);
    expect(await add(shopId, ' Ada@Shop.test ')).toBe('added');
    expect(await add(shopId, 'ada@shop.test')).toBe('already_there');
    const entry = { kind: 'vip_custom', source: 'hand', at: MONDAY };
    const listed = [{ ...entry, scope: 'address', isRemovable: true }];
    expect(await findSuppression(tools, { shopId, text: 'ADA@shop.test' })).toEqual(listed);
    expect(await findSuppression(tools, { shopId, text: 'bob@shop.test' })).toEqual([]);
    expect(JSON.stringify(await prisma.suppression.findMany({ where: { shopId } }))).not.toContain('@');
  });

  it('that is none is refused and nothing is kept', async () => {
    const shopId = await installShop(store);
    expect(await add(shopId, 'nobody')).toBe('not_an_address');
    expect(await store.suppressionList(shopId)).toMatchObject({ addresses: 0, domains: 0 });
  });

  it('of another shop is not on the list of this one', async () => {
    const [one, two] = [await installShop(store), await installShop(store)];
    await add(one, 'ada@shop.test');
    await add(one, 'rival.example');
    expect(await findSuppression(tools, { shopId: two, text: 'ada@shop.test' })).toEqual([]);
    expect(await store.domainSuppressions(two, [domainHashOf('rival.example')])).toEqual(new Map());
  });

  it('that is an address is found by its whole domain too, which its own removal leaves', async () => {
    const shopId = await installShop(store);
    await add(shopId, 'rival.example');
    const find = (text: string) => findSuppression(tools, { shopId, text });
    expect(await find('Ada@Rival.example')).toMatchObject([{ scope: 'domain', isRemovable: false }]);
    expect(await find('ada@shop.rival.example')).toEqual([]); // a subdomain is another domain
    expect(await find('rival.example')).toMatchObject([{ scope: 'domain', isRemovable: true }]);
    await add(shopId, 'ada@rival.example');
    expect((await find('ada@rival.example'))?.map(({ scope }) => scope)).toEqual(['address', 'domain']);
    await removeSuppression(tools, { shopId, text: 'ada@rival.example' });
    expect((await find('ada@rival.example'))?.map(({ scope }) => scope)).toEqual(['domain']);
  });

  it('comes off when the merchant put it there; what the person said stays', async () => {
    const shopId = await installShop(store);
    await add(shopId, 'ada@shop.test');
    await store.suppress(shopId, emailHashOf('ada@shop.test'), 'unsubscribed', 'link', MONDAY);
    expect(await removeSuppression(tools, { shopId, text: 'Ada@shop.test' })).toBe(1);
    expect(await findSuppression(tools, { shopId, text: 'ada@shop.test' })).toMatchObject([
      { kind: 'unsubscribed' },
    ]);
  });
});

describe('a touch that is due in this minute', () => {
  const begin = async (text: string | null) => {
    const claim = await claimedTouch(store);
    if (text !== null) await add(claim.shopId, text);
    const emailHash = emailHashOf('ada@rival.example');
    const gate = buildGate({ emailHash, domainHash: domainHashOf('ada@rival.example') });
    const begun = await store.beginSending(claim.shopId, claim, gate);
    return begun.kind === 'blocked' ? begun.reason : begun.kind;
  };

  it('is not sent to an address that was added after the decision', async () => {
    expect(await begin('ada@rival.example')).toBe('vip_custom');
  });

  it('is not sent into a domain that was added after the decision', async () => {
    expect(await begin('rival.example')).toBe('vip_custom');
  });

  it('is sent when neither is on the list, nor is a subdomain it', async () => {
    expect(await begin('sub.rival.example')).toBe('sending');
  });

  it('is stopped by a list of thousands that was added at once', async () => {
    const claim = await claimedTouch(store);
    const lines = Array.from({ length: 5_000 }, (_, n) => `person${n}@shop.test`);
    const text = ['rival.example', ...lines].join('\n');
    const imported = await importSuppressionList(tools, { shopId: claim.shopId, text, now: MONDAY });
    expect(imported).toMatchObject({ fresh: 5_001, bad: 0 });
    const gate = buildGate({ domainHash: domainHashOf('ada@rival.example') });
    expect(await store.beginSending(claim.shopId, claim, gate)).toMatchObject({ reason: 'vip_custom' });
  });
});

it('a decision is told of the domain of each address, in one question', async () => {
  const shopId = await installShop(store);
  await add(shopId, 'rival.example');
  const kindsOf = await suppressedDomainKinds(store, shopId, ['ada@Rival.example', 'bob@shop.test', null]);
  expect([kindsOf('ada@Rival.example'), kindsOf('bob@shop.test'), kindsOf(null)]).toEqual([
    ['vip_custom'],
    [],
    [],
  ]);
});

describe('a list from a file', () => {
  const text = 'email;reason\nada@shop.test;vip\nbob@shop.test;spam\nnobody;vip\nbob@shop.test;spam';

  it('is previewed without being added, then added as previewed', async () => {
    const shopId = await installShop(store);
    await add(shopId, 'ada@shop.test');
    const preview = await previewSuppressionList(tools, { shopId, text });
    expect(preview).toEqual({
      kind: 'readable',
      fresh: 1,
      alreadyThere: 1,
      repeated: 1,
      bad: 1,
      faults: [{ line: 4, text: 'nobody;vip', problem: 'not_an_address' }],
    });
    expect(await store.suppressionList(shopId)).toMatchObject({ addresses: 1, newestImportAt: null });
    expect(await importSuppressionList(tools, { shopId, text, now: MONDAY })).toEqual(preview);
    expect(await store.suppressionList(shopId)).toEqual({ addresses: 2, domains: 0, newestImportAt: MONDAY });
  });

  it('that says the same again adds nobody and makes the list new', async () => {
    const shopId = await installShop(store);
    await importSuppressionList(tools, { shopId, text, now: MONDAY });
    const again = await importSuppressionList(tools, { shopId, text, now: MONDAY + DAY_MS });
    expect(again).toMatchObject({ fresh: 0, alreadyThere: 2 });
    expect(await store.suppressionList(shopId)).toMatchObject({
      addresses: 2,
      newestImportAt: MONDAY + DAY_MS,
    });
  });

  it('of more than five million bytes is refused whole', async () => {
    const shopId = await installShop(store);
    const large = 'ä@shop.test\n'.repeat(400_000);
    expect(await importSuppressionList(tools, { shopId, text: large, now: MONDAY })).toEqual({
      kind: 'too_large',
    });
    expect(await store.suppressionList(shopId)).toMatchObject({ addresses: 0 });
  });

  it('is old after thirty days and not a moment before', async () => {
    const shopId = await installShop(store);
    await importSuppressionList(tools, { shopId, text, now: MONDAY });
    const isStale = async (now: number) => (await reviewSuppression(tools, { shopId, now })).isImportStale;
    expect([await isStale(MONDAY + 30 * DAY_MS), await isStale(MONDAY + 30 * DAY_MS + 1)]).toEqual([
      false,
      true,
    ]);
  });
});

describe('what suppression does in a shop', () => {
  it('counts touches that were stopped and orders that were refused by reason, of the last 30 days only', async () => {
    const shopId = await installShop(store);
    await enrol(store, shopId, 1);
    await store.exitEnrolments(shopId, buyer(1).customerId, 'unsubscribed', MONDAY);
    for (const [n, decidedAt] of [
      [2, MONDAY],
      [3, MONDAY - 31 * DAY_MS],
    ] as const) {
      const orderId = `gid://shopify/Order/${n}`;
      const decision = buildDecision({ shopId, orderId, verdict: 'refuse', reason: 'no_consent', decidedAt });
      await store.saveEnrolment(shopId, { decision, enrolment: null, exit: null });
    }
    const personId = (await prisma.enrolment.findFirst({ where: { shopId } }))?.personId ?? '';
    await store.exitEnrolments(shopId, personId, 'unsubscribed', MONDAY);
    const { stopped } = await reviewSuppression(tools, { shopId, now: MONDAY + DAY_MS });
    expect(stopped).toEqual({ unsubscribed: 1, no_consent: 1 });
  });

  it('replays the purchases of the last 180 days, each person by themselves', async () => {
    const shopId = await installShop(store);
    const bought = (n: number, who: number, day: number) =>
      buildRecordedOrder({
        orderId: `gid://shopify/Order/${n}`,
        ...buyer(who),
        confirmedAt: MONDAY + day * DAY_MS,
        createdAt: MONDAY + day * DAY_MS,
      });
    await store.recordOrders(shopId, [bought(1, 1, 0), bought(2, 1, 5), bought(3, 2, 5), bought(4, 3, -300)]);
    const review = await reviewSuppression(tools, { shopId, now: MONDAY + 60 * DAY_MS });
    expect(review.purchases).toBe(3);
    expect(review.loads).toEqual([
      { rule: 'restart_skip_touch1', emails: 7, mostInOneWeek: 2 },
      { rule: 'restart', emails: 7, mostInOneWeek: 2 },
      { rule: 'suppress', emails: 5, mostInOneWeek: 2 },
    ]);
  });

  it('holds an amount against the smallest order where it is in the currency of the shop, and nothing is nothing', async () => {
    const emailsOf = async (valueMinor: number, currency: string) => {
      const shopId = await installShop(store);
      const trigger = { ...DEFAULT_SETTINGS.trigger, minimumSubtotalMinor: 5_000 };
      await store.saveSettings(shopId, { ...DEFAULT_SETTINGS, trigger }, 'Ada', MONDAY);
      const order = { ...buyer(1), currency, confirmedAt: MONDAY };
      await store.recordOrders(shopId, [buildRecordedOrder(order, { valueMinor })]);
      const { loads } = await reviewSuppression(tools, { shopId, now: MONDAY + 60 * DAY_MS });
      return loads.map(({ emails }) => emails);
    };
    expect(await emailsOf(4_000, 'GBP')).toEqual([0, 0, 0]);
    expect(await emailsOf(4_000, 'JPY')).toEqual([3, 3, 3]);
    expect(await emailsOf(0, 'JPY')).toEqual([0, 0, 0]);
  });
});
