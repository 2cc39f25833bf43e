import { readFileSync } from 'node:fs';
import { sendText } from '../http/respond';
import type { Call } from '../http/route';
import type { DevStore } from '../shop/dev-store';

const FOLDER = new URL('../browser/', import.meta.url);

/** GET /assets/{file} */
export function answerAsset(_store: DevStore, { response, params }: Call): void {
  sendAsset(response, params[0] ?? '');
}

/** GET /app-bridge.js: the stand-in that the embedded app loads instead of Shopify's own. */
export function answerAppBridge(_store: DevStore, { response }: Call): void {
  sendAsset(response, 'app-bridge.js');
}

function sendAsset(response: Call['response'], name: string): void {
  const contentType = name.endsWith('.css') ? 'text/css' : 'text/javascript';
  sendText(response, 200, contentType, readFileSync(new URL(name, FOLDER), 'utf8'));
}
