import { readFileSync } from 'node:fs';
import { parse as parseToml } from 'smol-toml';
import { expect, it } from 'vitest';
import type { PixelApi, PixelEvents } from '../../extensions/encore-pixel/src/pixel-api';
import { startPixel } from '../../extensions/encore-pixel/src/start-pixel';

const CLIENT = '3c1f0f4e-7a5d-4b7e-9a55-7c7c9a1b2d3e';
const settings = { accountID: 'k1.account', endpoint: 'https://encore.example/pixel' };

type Listeners = { [Name in keyof PixelEvents]?: (event: PixelEvents[Name]) => unknown };

/** A browser with the pixel in it: what it does is told to the pixel, and what the pixel sends is kept. */
function openBrowser(answer: () => Promise<unknown> = async () => ({})) {
  const listeners: Listeners = {};
  const sent: unknown[] = [];
  const analytics: PixelApi['analytics'] = {
    subscribe: (name, listener) => Object.assign(listeners, { [name]: listener }),
  };
  startPixel({ analytics, settings }, (url, request) => {
    sent.push({ url, ...request, body: JSON.parse(request.body) });
    return answer();
  });
  const look = (productVariant: PixelEvents['product_viewed']['data']['productVariant']) =>
    listeners.product_viewed?.({ clientId: CLIENT, data: { productVariant } });
  const order = (checkout: PixelEvents['checkout_completed']['data']['checkout']) =>
    listeners.checkout_completed?.({ clientId: CLIENT, data: { checkout } });
  return { listeners, sent, look, order };
}
const post = { url: 'https://encore.example/pixel/k1.account', method: 'POST', keepalive: true };

it('a look at a product is told with the browser and the product, and nothing else', () => {
  const { look, sent } = openBrowser();
  look({ product: { id: '501' } });
  expect(sent).toEqual([{ ...post, body: { kind: 'view', clientId: CLIENT, productId: '501' } }]);
});

it('an order is told by its id alone, whatever the checkout holds besides', () => {
  const { order, sent } = openBrowser();
  order({ order: { id: '7001' }, email: 'ada@example.test' } as { order: { id: string } });
  expect(sent).toEqual([{ ...post, body: { kind: 'order', clientId: CLIENT, orderId: '7001' } }]);
});

it('what names no product or order is not told', () => {
  const { look, order, sent } = openBrowser();
  for (const nothing of [undefined, null, {}, { product: null }, { product: { id: '' } }]) look(nothing);
  for (const nothing of [undefined, null, {}, { order: null }]) order(nothing);
  expect(sent).toEqual([]);
});

it('listens to nothing but looks and orders', () => {
  expect(Object.keys(openBrowser().listeners)).toEqual(['product_viewed', 'checkout_completed']);
});

it('a beacon that cannot be delivered disturbs nobody', async () => {
  const { look, sent } = openBrowser(() => Promise.reject(new Error('offline')));
  await expect(look({ product: { id: '501' } })).resolves.toBeUndefined();
  expect(sent).toHaveLength(1);
});

it('runs in the strict sandbox and with consent to analytics and marketing, and takes the settings that it is given', () => {
  const config = parseToml(readFileSync('extensions/encore-pixel/shopify.extension.toml', 'utf8'));
  expect(config).toMatchObject({
    type: 'web_pixel_extension',
    runtime_context: 'strict',
    customer_privacy: { analytics: true, marketing: true, preferences: false, sale_of_data: 'disabled' },
  });
  const fields = (config['settings'] as { fields: object }).fields;
  expect(Object.keys(fields)).toEqual(Object.keys(settings));
});
