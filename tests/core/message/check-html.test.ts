import { expect, it } from 'vitest';
import { checkHtml, MAX_HTML_BYTES } from '#core/message/check-html';

const WAY_OUT = 'https://encore.example/u/k1.abc.ghi?utm_source=encore&utm_medium=email';
const link = (url: string) => `<a class="x" href="${url}">go</a>`;
const good = `${link('https://encore.example/o/1')}<img alt="Lamp" src="l.jpg"/>${link(WAY_OUT.replace('&', '&amp;'))}`;

it('finds nothing against an email that is in order', () => {
  expect(checkHtml(good, WAY_OUT)).toEqual({
    bytes: good.length,
    isLight: true,
    links: { count: 2, bad: 0 },
    pictures: { count: 1, withoutAlt: 0 },
    hasUnsubscribe: true,
  });
});

it.each(['javascript:alert(1)', '/o/1', ''])('counts the link "%s" as bad', (url) => {
  expect(checkHtml(link(url), WAY_OUT).links).toEqual({ count: 1, bad: 1 });
});

it.each(['<img src="l.jpg"/>', '<img alt="" src="l.jpg">'])('misses the text of %s', (picture) => {
  expect(checkHtml(picture, WAY_OUT).pictures).toEqual({ count: 1, withoutAlt: 1 });
});

it('misses the way out where only another link stands', () => {
  expect(checkHtml(link('https://encore.example/u/other'), WAY_OUT).hasUnsubscribe).toBe(false);
});

it('weighs bytes and not characters', () => {
  expect(checkHtml('é火🫕a', WAY_OUT).bytes).toBe(10);
  expect(checkHtml('x'.repeat(MAX_HTML_BYTES), WAY_OUT).isLight).toBe(true);
  expect(checkHtml('é'.repeat(MAX_HTML_BYTES / 2 + 1), WAY_OUT).isLight).toBe(false);
});
