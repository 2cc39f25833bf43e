import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { TemplateRenderer } from '#adapters/rendering/render-message';
import { EMAIL_RULES } from './email-rules';
import { MESSAGES } from './messages';

const renderer = new TemplateRenderer();
const validator = new HtmlValidate(EMAIL_RULES);

describe.each(MESSAGES)('the email of %s', (_name, content) => {
  it('is valid HTML', async () => {
    const { html } = await renderer.render(content);
    const report = await validator.validateString(html);
    expect(
      report.results.flatMap(({ messages }) => messages.map((each) => `${each.ruleId}: ${each.message}`)),
    ).toEqual([]);
  });

  it('stays far below the size at which Gmail cuts', async () => {
    const { html } = await renderer.render(content);
    expect(Buffer.byteLength(html)).toBeLessThan(30_000);
  });

  it('links to the offer and the way out, and nowhere else', async () => {
    const { html } = await renderer.render(content);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, url]) => url?.replaceAll('&amp;', '&'));
    expect(links).toEqual([content.offerUrl, content.unsubscribeUrl]);
    expect(
      links.every((url) => url?.includes('utm_source=encore&utm_medium=email&utm_campaign=post-purchase')),
    ).toBe(true);
  });

  it('loads nothing but pictures from the CDN of Shopify, each with words for those who do not see it', async () => {
    const { html } = await renderer.render(content);
    expect(html).not.toMatch(/<link|@import|@font-face|url\(|<script/i);
    for (const [picture] of html.matchAll(/<img[^>]*>/g)) {
      expect(picture).toMatch(/src="https:\/\/cdn\.shopify\.com\//);
      expect(picture).toMatch(/alt="[^"]+"/);
    }
  });

  it('shows the preheader first and hides it in the opened email', async () => {
    const { html } = await renderer.render(content);
    const body = html.slice(html.indexOf('<body'));
    expect(body.indexOf(content.preheader)).toBeGreaterThan(0);
    expect(body.indexOf(content.preheader)).toBeLessThan(body.indexOf(content.headline));
    expect(body).toMatch(/<div data-skip-in-text="true" style="display:none;/);
  });

  it('is told to be light and dark, in one column of at most 600 pixels, in tables without a meaning', async () => {
    const { html } = await renderer.render(content);
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>');
    expect(html).toContain('<meta name="supported-color-schemes" content="light dark"/>');
    expect(html).toContain('@media (prefers-color-scheme:dark)');
    expect(html).toContain('[data-ogsc]');
    expect(html).toContain('max-width:600px');
    expect(html).toContain('<html dir="ltr" lang="en">');
    expect(html.match(/<table/g)?.length).toBe(html.match(/<table[^>]*role="presentation"/g)?.length);
  });

  it('says in both parts what it offers, from where it comes, why, and how to stop it', async () => {
    const { html, text } = await renderer.render(content);
    for (const part of [html, text]) {
      expect(part).toContain(content.headline);
      expect(part).toContain(content.offered.title);
      expect(part).toContain(content.offered.price);
      expect(part).toContain(content.buttonLabel);
      expect(part).toContain(content.postalAddress);
      expect(part).toContain(content.footerReason);
      expect(part).toContain('Unsubscribe');
    }
    expect(text).toContain(content.offerUrl);
    expect(text).toContain(content.unsubscribeUrl);
    expect(text).not.toMatch(/<[a-z]|&amp;|\u200c/i);
  });
});

describe('the email of a touch', () => {
  it.each([
    ['touch 1, everything', /Rated 4\.8 out of 5 in 1,204 reviews/],
    ['touch 1, everything', /Thank you for your first order/],
    ['touch 1, everything', /You earn 48 points/],
    ['touch 1, everything', /most valued customers/],
    ['touch 1', /41 customers who bought Trail Runner 2 also bought this/],
    ['touch 1, reduced', /\$6\.00 less than its usual price of \$30\.00/],
    ['touch 1, reduced', /At this price until December 1 at 2:59 AM EST/],
    [
      'touch 3, replenishment',
      /Your cart opens with &quot;Every month&quot;, which takes 12% off the price below/,
    ],
  ])('%s shows its block %s', async (name, block) => {
    const message = MESSAGES.find(([known]) => known === name)?.[1] ?? MESSAGES[0]?.[1];
    expect(message && (await renderer.render(message)).html).toMatch(block);
  });

  it.each(['touch 1, bare', 'touch 2, bare', 'touch 3, bare'])(
    '%s shows none of them, and greets nobody by name',
    async (name) => {
      const message = MESSAGES.find(([known]) => known === name)?.[1];
      const html = message && (await renderer.render(message)).html;
      expect(html).not.toMatch(
        /Rated|first order|points|valued|customers who|less than|until|cart opens|<img/,
      );
      expect(html).toContain('>Hello,<');
    },
  );
});
