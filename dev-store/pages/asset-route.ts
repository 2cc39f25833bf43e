import { readFileSync } from 'node:fs';
import { sendText } from '../http/respond';
import type { Call } from '../http/route';
import type { DevStore } from '../shop/dev-store';

const FOLDER = new URL('../browser/', import.meta.url);
// The app loads them as one script, as it does Shopify's.
const APP_BRIDGE_PARTS = ['app-bridge-modal.js', 'app-bridge.js'];

/** GET /assets/{file} */
export function answerAsset(_store: DevStore, { response, params }: Call): void {
  const name = params[0] ?? '';
  sendText(response, 200, name.endsWith('.css') ? 'text/css' : 'text/javascript', readAsset(name));
}

/** GET /app-bridge.js: the stand-in that the embedded app loads instead of Shopify's own. */
export function answerAppBridge(_store: DevStore, { response }: Call): void {
  sendText(response, 200, 'text/javascript', APP_BRIDGE_PARTS.map(readAsset).join('\n'));
}

function readAsset(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8');
}
