import { describe, expect, it } from 'vitest';
import { writeMessage } from '#core/message/write-message';
import type { MessageInput } from '#core/message/write-message';
import { buildVariation } from '../../support/build-variation';
import { messageInput } from './message-input';

function notesOf(different: Partial<MessageInput>) {
  const { reassurance, loyalty, exclusivity } = writeMessage(messageInput(different));
  return { reassurance, loyalty, exclusivity };
}

const NOTHING = { reassurance: null, loyalty: null, exclusivity: null };

describe('what segments add', () => {
  it('is nothing for a customer in none', () => {
    expect(notesOf({ variation: buildVariation([], 2) })).toEqual(NOTHING);
  });

  it('is trust for a first-time buyer in touch 1 and only there', () => {
    expect(notesOf({ variation: buildVariation(['first_time']) }).reassurance).toMatch(
      /^Thank you for your first order with Northfield Outdoor\./,
    );
    expect(notesOf({ variation: buildVariation(['first_time']), touchNumber: 2 })).toEqual(NOTHING);
  });

  it('is points for loyal customers where the shop has said how many', () => {
    expect(notesOf({ variation: buildVariation(['loyalty'], 2) }).loyalty).toBe(
      'You earn 48 points with it.',
    );
    expect(notesOf({ variation: buildVariation(['loyalty'], null) })).toEqual(NOTHING);
  });

  it('never rounds points up, and names no zero points', () => {
    expect(notesOf({ variation: buildVariation(['loyalty'], 1), priceMinor: 199 }).loyalty).toBe(
      'You earn 1 point with it.',
    );
    expect(notesOf({ variation: buildVariation(['loyalty'], 1), priceMinor: 99 })).toEqual(NOTHING);
  });

  it('counts points by the currency: 2,400 yen are 2,400 units', () => {
    const yen = { variation: buildVariation(['loyalty'], 1), currency: 'JPY' };
    expect(notesOf(yen).loyalty).toBe('You earn 2,400 points with it.');
  });

  it('is exclusivity for customers of high order value', () => {
    expect(notesOf({ variation: buildVariation(['high_aov']) }).exclusivity).toBe(
      "Picked for you as one of Northfield Outdoor's most valued customers.",
    );
  });
});
