import { describe, expect, it } from 'vitest';
import { writeMessage } from '#core/message/write-message';
import { buildVariation } from '../../support/build-variation';
import { messageInput } from './message-input';

const DAY_MS = 86_400_000;
const TOUCHES = [1, 2, 3] as const;
const plan = { sellingPlanId: 'gid://shopify/SellingPlan/1', name: 'Monthly', percentOff: 10 };

describe('the subject', () => {
  it('of touch 1 offers one more thing for what was bought', () => {
    expect(writeMessage(messageInput()).subject).toBe('One more thing for your Trail Runner 2');
  });

  it('of touch 2 is plain when nobody clicked touch 1', () => {
    expect(writeMessage(messageInput({ touchNumber: 2 })).subject).toBe(
      'Picked to follow your Trail Runner 2',
    );
  });

  it('of touch 2 asks about the product of touch 1 when a person clicked it, and the text joins it to the offer', () => {
    const message = writeMessage(messageInput({ touchNumber: 2, clickedTouchOneProduct: 'MERINO SOCKS' }));
    expect(message.subject).toBe('Still thinking about Merino Socks?');
    expect(message.text).toBe(
      'You had a look at Merino Socks. In case it was not quite right, here is another idea: Gel Insoles.',
    );
  });

  it.each([
    [14, '2 weeks'],
    [13.6, '2 weeks'], // bought in the evening, sent in the morning
    [7, '1 week'],
    [3, '1 week'],
    [108, '15 weeks'],
  ])('of a replenishment after %d days says %s', (days, words) => {
    const message = writeMessage(
      messageInput({ touchNumber: 3, offer: 'replenishment', ownedForMs: days * DAY_MS }),
    );
    expect(message.subject).toBe(`You've had your Trail Runner 2 for ${words}: time to restock?`);
  });

  it('of an accessory does not speak of restocking', () => {
    expect(writeMessage(messageInput({ touchNumber: 3 })).subject).toBe(
      'Something to go with your Trail Runner 2',
    );
  });

  it('cuts a long title, not the words around it, at 78 characters', () => {
    const title = 'Extraordinarily Comfortable Waterproof Trail Running Shoe For Wide Feet And Long Days';
    const { subject } = writeMessage(
      messageInput({ touchNumber: 3, offer: 'replenishment', bought: { title, imageUrl: null } }),
    );
    expect(subject).toMatch(/^You've had your Extraordinarily Comfortable… for 2 weeks: time to restock\?$/);
    expect(subject.length).toBeLessThanOrEqual(78);
  });
});

describe('the message', () => {
  it('has the headline of its touch', () => {
    expect(writeMessage(messageInput()).headline).toBe('Complete your Trail Runner 2 setup');
  });

  it('shows the price as the locale writes it', () => {
    expect(writeMessage(messageInput()).offered.price).toBe('$24.00');
    expect(writeMessage(messageInput({ locale: 'de_DE', currency: 'EUR' })).offered.price).toBe(
      '24,00\u00a0€',
    );
    expect(writeMessage(messageInput({ locale: 'ja', currency: 'JPY' })).offered.price).toBe('￥2,400');
    expect(writeMessage(messageInput({ locale: 'not a locale' })).offered.price).toBe('$24.00');
  });

  it('names the offered product on its button', () => {
    expect(writeMessage(messageInput()).buttonLabel).toBe('Shop Gel Insoles');
  });

  it('shows what a shouting catalogue sells in title case', () => {
    const bought = { title: 'WHITE METAL LANTERN', imageUrl: null };
    expect(writeMessage(messageInput({ bought })).subject).toBe(
      'One more thing for your White Metal Lantern',
    );
  });

  it('carries the campaign on both links', () => {
    const message = writeMessage(
      messageInput({ touchNumber: 2, variation: buildVariation(['loyalty', 'repeat']) }),
    );
    const utm =
      'utm_source=encore&utm_medium=email&utm_campaign=post-purchase&utm_content=touch-2-loyalty-repeat';
    expect(message.offerUrl).toBe(`https://encore.example/o/k1.abc.def?${utm}`);
    expect(message.unsubscribeUrl).toBe(`https://encore.example/u/k1.abc.ghi?${utm}`);
    expect(message.variation).toBe('loyalty-repeat');
  });

  it('names the shop by its brand where there is one', () => {
    expect(writeMessage(messageInput()).shopName).toBe('Northfield Outdoor');
    const brand = { name: 'Northfield', postalAddress: 'PO Box 7, Salem', accentColour: '#000000' };
    expect(writeMessage(messageInput({ brand }))).toMatchObject({
      shopName: 'Northfield',
      postalAddress: 'PO Box 7, Salem',
    });
  });

  it('carries the postal address on one line', () => {
    expect(writeMessage(messageInput()).postalAddress).toBe('12 Mill Lane, Portland, OR 97201, USA');
  });

  it('is not written without a postal address', () => {
    const shop = { name: 'Northfield Outdoor', postalAddress: ' \n ', zone: 'Europe/London' };
    expect(() => writeMessage(messageInput({ shop }))).toThrow(
      /Northfield Outdoor has no postal address.*Settings/,
    );
  });

  it.each(TOUCHES)('of touch %d speaks of no discount, no hurry and no result', (touchNumber) => {
    const variation = buildVariation(['loyalty', 'high_aov', 'repeat', 'first_time'], 2);
    const message = writeMessage(messageInput({ touchNumber, variation }));
    expect(JSON.stringify(message)).not.toMatch(
      /discount|% off|save|hurry|only today|last chance|hours|guarantee|best|!/i,
    );
  });

  it.each(TOUCHES)(
    'of touch %d keeps hostile text on one line, without control or direction characters',
    (touchNumber) => {
      const hostile = 'Lamp\r\nBcc: all@example.com\u202egnp.exe\u0000\u2028{{7*7}}${1}<script>';
      const input = messageInput({
        touchNumber,
        bought: { title: hostile, imageUrl: null },
        offered: { title: hostile, imageUrl: null, rating: null },
        clickedTouchOneProduct: hostile,
        brand: { name: hostile, postalAddress: hostile, accentColour: '#1f4d3a' },
        firstName: 'Maya\u2066\r\n',
        variation: buildVariation(['first_time', 'high_aov']),
      });
      expect(JSON.stringify(writeMessage(input))).not.toMatch(/\\[rnu]|[\p{Cc}\u2028\u2029\u202e\u2066]/u);
    },
  );

  it('keeps 10,000 characters of title from filling the email', () => {
    const title = 'x'.repeat(10_000);
    const message = writeMessage(
      messageInput({ bought: { title, imageUrl: null }, offered: { title, imageUrl: null, rating: null } }),
    );
    expect(JSON.stringify(message).length).toBeLessThan(2_500);
  });
});

describe('the greeting', () => {
  it.each([
    ['Maya', 'Maya'],
    [' Ana  María ', 'Ana María'],
    [null, null],
    ['   ', null],
    ['Win 500 at www.prize.example', null],
    ['https://prize.example', null],
  ])('for the first name %j is for %j', (firstName, greeted) => {
    expect(writeMessage(messageInput({ firstName })).firstName).toBe(greeted);
  });
});

describe('a subscription', () => {
  const replenishment = { touchNumber: 3, offer: 'replenishment', supportBuyers: null } as const;

  it.each([
    [10, '10%'],
    [15, '15%'],
  ])('with %d %% off is quoted with its true saving', (percentOff, saving) => {
    const message = writeMessage(messageInput({ ...replenishment, sellingPlan: { ...plan, percentOff } }));
    expect(message.subscription).toEqual({ planName: 'Monthly', saving });
  });

  it.each([0, 9, 16, 50])('with %d %% off is not quoted', (percentOff) => {
    const message = writeMessage(messageInput({ ...replenishment, sellingPlan: { ...plan, percentOff } }));
    expect(message.subscription).toBeNull();
  });

  it('is not quoted beside an accessory or in an earlier touch', () => {
    expect(writeMessage(messageInput({ touchNumber: 3, sellingPlan: plan })).subscription).toBeNull();
    expect(writeMessage(messageInput({ sellingPlan: plan })).subscription).toBeNull();
  });
});
