import { describe, expect, it } from 'vitest';
import { parseEvents } from '#adapters/sendgrid/parse-events';

const SHOP = 'northfield.myshopify.com';
const AT = Date.UTC(2026, 2, 4, 10, 20);

function event(different: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    email: 'maya@example.com',
    timestamp: AT / 1000,
    event: 'delivered',
    sg_event_id: 'first',
    sg_message_id: 'local-1.recvd',
    'smtp-id': '<local-1@ismtpd>',
    shop_id: SHOP,
    touch_id: 'touch-a',
    ...different,
  };
}

function parsed(...events: ReadonlyArray<unknown>) {
  return parseEvents(SHOP, JSON.stringify(events));
}

describe('events of SendGrid', () => {
  it('say what happened to which touch and when, in milliseconds', () => {
    expect(parsed(event())).toEqual([
      {
        touchId: 'touch-a',
        kind: 'delivered',
        at: AT,
        naturalKey: expect.any(String),
        isMachine: false,
        isTemporary: false,
      },
    ]);
  });

  it.each([
    'processed',
    'deferred',
    'delivered',
    'open',
    'click',
    'bounce',
    'dropped',
    'spamreport',
    'unsubscribe',
  ])('of kind %s are read', (kind) => {
    expect(parsed(event({ event: kind }))).toMatchObject([{ kind }]);
  });

  it('count leaving a group as leaving', () => {
    expect(parsed(event({ event: 'group_unsubscribe' }))).toMatchObject([{ kind: 'unsubscribe' }]);
  });

  it('never count coming back to a group: a new consent does not come this way', () => {
    expect(parsed(event({ event: 'group_resubscribe' }))).toEqual([]);
  });

  it('tell an open by a machine from one by a person', () => {
    expect(parsed(event({ event: 'open', sg_machine_open: true }))).toMatchObject([{ isMachine: true }]);
    expect(parsed(event({ event: 'open', sg_machine_open: false }))).toMatchObject([{ isMachine: false }]);
    expect(parsed(event({ event: 'open' }))).toMatchObject([{ isMachine: false }]);
  });

  it('never make a click that our own redirect has not seen a click by a person', () => {
    expect(parsed(event({ event: 'click', url: 'https://encore.example/o/x' }))).toMatchObject([
      { isMachine: true },
    ]);
  });

  it('tell a block, which passes, from a hard bounce, which does not', () => {
    expect(parsed(event({ event: 'bounce', type: 'blocked' }))).toMatchObject([{ isTemporary: true }]);
    expect(parsed(event({ event: 'bounce', type: 'bounce' }))).toMatchObject([{ isTemporary: false }]);
  });

  it('have the same natural key when they come again under another sg_event_id', () => {
    const [first, again] = parsed(event(), event({ sg_event_id: 'second' }));
    expect(again?.naturalKey).toBe(first?.naturalKey);
  });

  it.each([
    ['touch', { touch_id: 'touch-b' }],
    ['kind', { event: 'processed' }],
    ['second', { timestamp: AT / 1000 + 1 }],
  ])('have another natural key when the %s differs', (_case, different) => {
    const [first, other] = parsed(event(), event(different));
    expect(other?.naturalKey).not.toBe(first?.naturalKey);
  });

  it('of another shop are left out: a key of one shop does not speak for another', () => {
    expect(parsed(event({ shop_id: 'other.myshopify.com' }), event())).toHaveLength(1);
  });

  it.each([
    ['of mail that is not ours', event({ touch_id: undefined })],
    ['of a kind not known yet', event({ event: 'teleported' })],
    ['without a time', event({ timestamp: undefined })],
    ['with a time in milliseconds', event({ timestamp: AT })],
    ['that are no object', 'delivered'],
  ])('%s are left out and the others are kept', (_case, odd) => {
    expect(parsed(odd, event())).toMatchObject([{ touchId: 'touch-a', kind: 'delivered' }]);
  });

  it.each(['', '{}', 'null', '<html>'])(
    'that are no list ("%s") are an error that names the shop',
    (body) => {
      expect(() => parseEvents(SHOP, body)).toThrow(/northfield\.myshopify\.com/);
    },
  );

  it('with a prototype in them change nothing', () => {
    const body = `[{"__proto__":{"polluted":true},"event":"delivered"}]`;
    expect(parseEvents(SHOP, body)).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
