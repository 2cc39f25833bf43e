import { sendText } from '../http/respond';
import type { Call } from '../http/route';
import { shopOfHandle } from '../http/shop-of-call';
import type { DevStore } from '../shop/dev-store';
import type { ShopState } from '../shop/shop-state';
import { htmlDocument } from './document';
import { embeddedUrl } from './embedded-url';
import { html } from './html';
import { orderForm } from './order-form';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const CLOCK_STEPS: ReadonlyArray<{ readonly label: string; readonly ms: number }> = [
  { label: '+25 min', ms: 25 * MINUTE },
  { label: '+1 h', ms: 60 * MINUTE },
  { label: '+1 day', ms: DAY },
  { label: '+7 days', ms: 7 * DAY },
  { label: '+90 days', ms: 90 * DAY },
];

/** GET /store/{handle}/apps/encore/...: the frame around the app. It looks like nobody's admin but its own. */
export function answerAdminPage(store: DevStore, { response, params, url }: Call): void {
  const shop = shopOfHandle(store, params[0]);
  const path = `${params[1] || '/app'}${url.search}`;
  const page = htmlDocument({
    title: `Encore in ${shop.shop.name} - Local preview`,
    stylesheet: 'admin-shell.css',
    script: 'admin-shell.js',
    body: html` <div
      id="shell"
      data-shop="${shop.shop.domain}"
      data-now="${new Date(store.clock.now).toISOString()}"
      data-zone="${shop.shop.zone}"
      data-conducted="${store.conducting === null ? 'no' : 'yes'}"
    >
      ${topBar(store, shop)}
      <div class="columns">
        <nav aria-label="Encore"><ul id="app-links"></ul></nav>
        <main>
          <div class="title-bar" id="title-bar" hidden>
            <p id="app-title"></p>
            <div id="title-actions"></div>
          </div>
          <iframe id="app" title="Encore" data-address="${embeddedUrl(store, shop, path)}"></iframe>
        </main>
      </div>
      <div id="toasts" role="status"></div>
      ${leaveDialog()}
    </div>`,
  });
  sendText(response, 200, 'text/html', page);
}

function topBar(store: DevStore, shop: ShopState) {
  const now = new Intl.DateTimeFormat('en', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: shop.shop.zone,
  });
  return html` <header>
    <h1>Local preview</h1>
    <label
      >Store
      <select id="store-picker">
        ${Array.from(store.shops.values(), (other) => storeOption(other, other === shop))}
      </select>
    </label>
    <p>
      Now:
      <time id="now" datetime="${new Date(store.clock.now).toISOString()}"
        >${now.format(store.clock.now)}</time
      >
    </p>
    <div role="group" aria-label="Move the clock">
      ${CLOCK_STEPS.map(
        ({ label, ms }) => html`<button type="button" data-clock-ms="${ms}">${label}</button>`,
      )}
    </div>
    <p id="moving" role="status" hidden>
      <span id="moving-words"></span>
      <progress id="moving-bar" max="1" value="0" aria-label="Way of the clock"></progress>
    </p>
    ${orderForm(shop)}
    <p id="loading" hidden>Loading…</p>
    <div id="save-bar" role="group" aria-label="Unsaved changes" hidden>
      <button type="button" id="discard">Discard</button>
      <button type="button" id="save">Save</button>
    </div>
  </header>`;
}

/** What leaving would lose. The first button is the one that loses nothing: it has the focus. */
function leaveDialog() {
  return html` <dialog id="leave" aria-labelledby="leave-title" aria-describedby="leave-text">
    <h2 id="leave-title">Leave page with unsaved changes?</h2>
    <p id="leave-text">Leaving this page deletes all unsaved changes.</p>
    <form method="dialog">
      <button type="submit" value="stay">Stay</button>
      <button type="submit" value="leave" class="danger">Leave page</button>
    </form>
  </dialog>`;
}

function storeOption(shop: ShopState, isChosen: boolean) {
  return html`<option value="${shop.handle}" ${isChosen ? html` selected` : ''}>${shop.shop.name}</option>`;
}
