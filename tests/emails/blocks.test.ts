import { describe, expect, it } from 'vitest';
import { TemplateRenderer } from '#adapters/rendering/render-message';
import { checkHtml } from '#core/message/check-html';
import type { Block } from '#core/message/message-texts';
import { messageContent } from './messages';

const renderer = new TemplateRenderer();
const render = async (blocks: ReadonlyArray<Block>) => {
  const content = messageContent({ blocks });
  const { html, text } = await renderer.render(content);
  return { content, html, text, checks: checkHtml(html, content.unsubscribeUrl) };
};
const linksIn = (html: string) => html.match(/<a\b[^>]*href="[^"]*\/o\/[^"]*"/g)?.length ?? 0;

describe('what leads to the offer', () => {
  it('is the button alone while there is one', async () => {
    expect(linksIn((await render(['product', 'button'])).html)).toBe(1);
  });

  it('is the title of the product when the button was removed, in both parts', async () => {
    const { html, text, content, checks } = await render(['headline', 'product']);
    expect(html).toMatch(/<a\b[^>]*href="[^"]*\/o\/[^"]*"[^>]*>Gel Insoles<\/a>/);
    expect(text).toContain(content.offerUrl);
    expect(html).not.toContain(content.buttonLabel);
    expect(checks).toMatchObject({ links: { count: 2, bad: 0 }, hasUnsubscribe: true });
  });

  it('is the button when the product was removed', async () => {
    const { html, content } = await render(['button']);
    expect(linksIn(html)).toBe(1);
    expect(html).not.toContain(`>${content.offered.price}<`);
  });
});

it('the footer stays whatever is removed', async () => {
  const { html, content } = await render(['button']);
  for (const words of [content.footerReason, content.postalAddress, 'Unsubscribe'])
    expect(html).toContain(words);
});

it('a line is drawn between two blocks, beside the one of the footer', async () => {
  const lines = (html: string) => html.match(/<hr/g)?.length ?? 0;
  expect(lines((await render(['product', 'divider', 'button'])).html)).toBe(2);
  expect(lines((await render(['product', 'divider'])).html)).toBe(1);
});
