import type { PixelApi } from './pixel-api';
import { startPixel } from './start-pixel';

/** The sandbox's own global, which Shopify's package for pixels wraps. */
declare const shopify: { extend(point: 'WebPixel::Render', start: (api: PixelApi) => void): void };

shopify.extend('WebPixel::Render', (api) => startPixel(api, fetch));
