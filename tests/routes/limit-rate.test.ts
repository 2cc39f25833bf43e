import { expect, it } from 'vitest';
import { limitRate } from '../../app/limit-rate.server';

const WINDOW = 60_000;

it('lets in as many as a window holds, of each key, and begins anew with the next window', () => {
  const admits = limitRate(WINDOW);
  const ask = (key: string, now: number) => admits([{ key, most: 2 }], now);
  expect([ask('a', 0), ask('a', 1), ask('a', WINDOW - 1)]).toEqual([true, true, false]);
  expect(ask('b', WINDOW - 1)).toBe(true);
  expect([ask('a', WINDOW), ask('a', WINDOW), ask('a', WINDOW)]).toEqual([true, true, false]);
});

it('a request that is over one quota counts for no other', () => {
  const admits = limitRate(WINDOW);
  const ask = (client: string) =>
    admits(
      [
        { key: client, most: 1 },
        { key: 'shop', most: 2 },
      ],
      0,
    );
  expect([ask('a'), ask('a'), ask('a'), ask('b'), ask('c')]).toEqual([true, false, false, true, false]);
});
