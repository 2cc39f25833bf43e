import { describe, expect, it } from 'vitest';
import { writeMessage } from '#core/message/write-message';
import { messageInput } from './message-input';

function proofOf(rating: { value: number; count: number } | null, supportBuyers: number | null) {
  const { offered, socialProof } = writeMessage(
    messageInput({ offered: { title: 'Gel Insoles', imageUrl: null, rating }, supportBuyers }),
  );
  return { rating: offered.rating, socialProof };
}

describe('social proof', () => {
  it('is the rating from 4.5 and 5 reviews on', () => {
    expect(proofOf({ value: 4.5, count: 5 }, 41)).toEqual({
      rating: { value: '4.5', count: '5' },
      socialProof: null,
    });
  });

  const buyers = { rating: null, socialProof: '41 customers who bought Trail Runner 2 also bought this' };
  it.each([
    ['4.4 of 500 reviews', { value: 4.4, count: 500 }],
    ['5 of 4 reviews', { value: 5, count: 4 }],
    ['no reviews', null],
  ])('is the number of buyers with %s', (_case, rating) => {
    expect(proofOf(rating, 41)).toEqual(buyers);
  });

  it.each([null, 0, 1])('is missing when the number of buyers is %j', (supportBuyers) => {
    expect(proofOf(null, supportBuyers)).toEqual({ rating: null, socialProof: null });
  });

  it('never says of a product that its own buyers also bought it', () => {
    const { socialProof } = writeMessage(
      messageInput({ touchNumber: 3, offer: 'replenishment', supportBuyers: 41 }),
    );
    expect(socialProof).toBeNull();
  });
});
