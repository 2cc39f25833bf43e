import { describe, expect, it } from 'vitest';
import { withUtm } from '#core/message/links';

const UTM = 'utm_source=encore&utm_medium=email&utm_campaign=post-purchase&utm_content=touch-1-base';

describe('a link of a touch', () => {
  it.each([
    ['https://shop.example/products/a', `https://shop.example/products/a?${UTM}`],
    ['https://shop.example/products/a?variant=7', `https://shop.example/products/a?variant=7&${UTM}`],
    ['https://shop.example/products/a?', `https://shop.example/products/a?${UTM}`],
    ['https://shop.example/a?x=1#reviews', `https://shop.example/a?x=1&${UTM}#reviews`],
    ['https://shop.example/a?utm_source=other&x=1', `https://shop.example/a?x=1&${UTM}`],
    ['https://shop.example/a?utm_term=shoes', `https://shop.example/a?utm_term=shoes&${UTM}`],
  ])('%s carries the campaign once', (url, expected) => {
    expect(withUtm(url, 1, 'base')).toBe(expected);
    expect(withUtm(expected, 1, 'base')).toBe(expected);
  });

  it('keeps a variation from adding parameters of its own', () => {
    expect(withUtm('https://shop.example/', 3, 'a&admin=1')).toMatch(/utm_content=touch-3-a%26admin%3D1$/);
  });
});
