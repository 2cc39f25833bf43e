import { describe, expect, it } from 'vitest';
import { renderByReact } from '#adapters/rendering/compile-template';
import { TemplateRenderer } from '#adapters/rendering/render-message';
import type { MessageContent } from '#core/message/message';
import { messageContent, MESSAGES } from '../../emails/messages';

const renderer = new TemplateRenderer();

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '{{7*7}}${7*7}<%= 7*7 %>',
  '&lt;b&gt; & &amp;',
  '\u202egnp.exe\u2066مصباح',
  '\uE0000\uE001\uE0015\uE001',
  '$& $1 $$ $`',
  '🫕 火鍋',
  'x'.repeat(10_000),
];

/** A message with the same text wherever a text stands. */
function filledWith(text: string, base: MessageContent): MessageContent {
  return {
    ...base,
    shopName: text,
    postalAddress: text,
    subject: text,
    preheader: text,
    headline: text,
    text,
    firstName: text,
    bought: { ...base.bought, title: text },
    offered: { ...base.offered, title: text, price: text, rating: { value: text, count: text } },
    socialProof: text,
    savings: text,
    urgency: text,
    reassurance: text,
    loyalty: text,
    exclusivity: text,
    subscription: { planName: text, saving: text },
    buttonLabel: text,
    footerReason: text,
  };
}

const plain = messageContent();

describe('a filled template', () => {
  it.each(MESSAGES)('gives what React gives for %s', async (_name, content) => {
    expect(await renderer.render(content)).toEqual(await renderByReact(content));
  });

  describe.each([1, 2, 3] as const)('of touch %d', (touchNumber) => {
    it.each(HOSTILE.slice(0, -1))('gives the HTML that React gives for "%.30s"', async (text) => {
      const content = filledWith(text, { ...plain, touchNumber });
      expect((await renderer.render(content)).html).toBe((await renderByReact(content)).html);
    });
  });

  it('gives a second recipient nothing of the first', async () => {
    await renderer.render(filledWith('first recipient', plain));
    const second = await renderer.render(filledWith('second', plain));
    expect(JSON.stringify(second)).not.toContain('first recipient');
    expect(second).toEqual(await renderByReact(filledWith('second', plain)));
  });

  it('is another one for another accent colour', async () => {
    const red = await renderer.render({ ...plain, accentColour: '#aa0000' });
    expect(red.html).toContain('background-color:#aa0000');
    expect((await renderer.render(plain)).html).toContain('background-color:#1f4d3a');
  });
});

describe('hostile text', () => {
  it.each(HOSTILE.slice(0, -1))('"%.30s" adds no element, no attribute and no link', async (text) => {
    const tagsOf = (html: string) => html.replace(/"[^"]*"/g, '""').match(/<[^>]*>/g);
    const hostile = await renderer.render(filledWith(text, plain));
    const harmless = await renderer.render(filledWith('harmless', plain));
    expect(tagsOf(hostile.html)).toEqual(tagsOf(harmless.html));
  });

  it('is shown as it was written, not evaluated', async () => {
    const { html, text } = await renderer.render(filledWith('{{7*7}}<script>', plain));
    expect(html).toContain('{{7*7}}&lt;script&gt;');
    expect(text).toContain('{{7*7}}<script>');
    expect(`${html}${text}`).not.toContain('49');
  });

  it('can not begin a paragraph of its own in the text part', async () => {
    const { text } = await renderer.render({
      ...plain,
      headline: 'Lamp\r\n\r\nUnsubscribe here: https://evil.example',
    });
    expect(text).toContain('Lamp Unsubscribe here: https://evil.example');
  });

  it('of 10,000 characters in every place is refused before Gmail cuts off the way out', async () => {
    await expect(renderer.render(filledWith('x'.repeat(10_000), plain))).rejects.toThrow(
      /over 90000; shorten its texts/,
    );
  });
});

describe('addresses', () => {
  const BAD_LINKS = [
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    '//evil.example',
    '/o/x',
    '',
    'https://a b',
  ];

  it.each(BAD_LINKS)('"%s" is no offer and no way out', async (url) => {
    await expect(renderer.render({ ...plain, offerUrl: url })).rejects.toThrow(
      /offerUrl .* is not an http\(s\) address/,
    );
    await expect(renderer.render({ ...plain, unsubscribeUrl: url })).rejects.toThrow(/unsubscribeUrl/);
  });

  it('over http and https are links', async () => {
    const { html } = await renderer.render({ ...plain, offerUrl: 'http://127.0.0.1:3000/o/x?a=1&b="2"' });
    expect(html).toContain('href="http://127.0.0.1:3000/o/x?a=1&amp;b=&quot;2&quot;"');
  });

  it.each([
    'http://cdn.shopify.com/a.jpg',
    'https://evil.example/a.jpg',
    'javascript:alert(1)',
    'https://cdn.shopify.com.evil.example/a.jpg',
  ])('%s is no picture: the email goes out without it', async (imageUrl) => {
    const { html } = await renderer.render({ ...plain, bought: { ...plain.bought, imageUrl } });
    expect(html.match(/<img/g)).toHaveLength(1);
    expect(html).not.toContain('a.jpg');
  });

  it('over https on the CDN of Shopify are pictures', async () => {
    expect((await renderer.render(plain)).html.match(/<img/g)).toHaveLength(2);
  });
});
