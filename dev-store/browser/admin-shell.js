// The local admin page: draws what the embedded app asks for, moves the clock, places orders.
import { askToLeave, drawSaveBar, hideSaveBar, onSaveBarAction } from './admin-save-bar.js';

const shell = document.getElementById('shell');
const app = document.getElementById('app');
const picker = document.getElementById('store-picker');
const home = `/store/${picker.value}/apps/encore`;

const tell = (kind, detail = {}) =>
  app.contentWindow.postMessage({ devStore: 'admin', kind, ...detail }, '*');

const post = async (path, body) => {
  const response = await fetch(path, { method: 'POST', body: JSON.stringify(body) });
  const answer = await response.json();
  if (!response.ok)
    showToast({ id: 'shell', text: answer.error, isError: true, action: null, duration: 8000 });
  return response.ok ? answer : null;
};

function buttonFor({ text, isDisabled }, onClick) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.disabled = isDisabled;
  button.addEventListener('click', onClick);
  return button;
}

function showToast({ id, text, isError, action, duration }) {
  const toast = document.createElement('div');
  toast.className = isError ? 'toast error' : 'toast';
  toast.dataset.toast = id;
  const words = document.createElement('p');
  words.textContent = text;
  toast.append(words);
  if (action !== null) {
    const act = () => {
      tell('toast-action', { id });
      hideToast({ id });
    };
    toast.append(buttonFor({ text: action, isDisabled: false }, act));
  }
  document.getElementById('toasts').append(toast);
  setTimeout(() => hideToast({ id }), duration);
}

function hideToast({ id }) {
  const toast = document.querySelector(`[data-toast="${id}"]`);
  if (toast === null) return;
  toast.remove();
  tell('toast-gone', { id });
}

function drawNavigation({ links }) {
  const items = links.map(({ text, href, isHome }) => {
    const link = document.createElement('a');
    link.href = `${home}${href}`;
    // Shopify gives the way home the app's name.
    link.textContent = isHome ? 'Encore' : text;
    if (isHome) link.rel = 'home';
    link.addEventListener('click', (event) => {
      event.preventDefault();
      // The app asks before it leaves a form, and only it knows whether this leads away from it.
      tell('navigate', { href });
    });
    const item = document.createElement('li');
    item.append(link);
    return item;
  });
  document.getElementById('app-links').replaceChildren(...items);
  markCurrentLink();
}

function markCurrentLink() {
  for (const link of document.querySelectorAll('#app-links a')) {
    const path = new URL(link.href).pathname;
    const isCurrent =
      location.pathname === path || (link.rel !== 'home' && location.pathname.startsWith(`${path}/`));
    if (isCurrent) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

function drawTitleBar({ title, buttons }) {
  document.getElementById('title-bar').hidden = title === null;
  document.getElementById('app-title').textContent = title;
  const actions = buttons.map((button) =>
    buttonFor(button, () => tell('title-action', { index: button.index })),
  );
  document.getElementById('title-actions').replaceChildren(...actions);
}

async function answerTokenRequest({ number }) {
  const response = await fetch(`/_dev/id-token?shop=${shell.dataset.shop}`);
  tell('id-token', { number, token: await response.text() });
}

const answers = {
  'want-id-token': answerTokenRequest,
  'nav-menu': drawNavigation,
  'title-bar': drawTitleBar,
  'save-bar': drawSaveBar,
  'want-to-leave': async () => tell((await askToLeave()) ? 'leave' : 'stay'),
  toast: showToast,
  'hide-toast': hideToast,
  loading: ({ isLoading }) => {
    document.getElementById('loading').hidden = !isLoading;
  },
  location: ({ path }) => {
    history.replaceState(null, '', `${home}${path}`);
    markCurrentLink();
  },
};

addEventListener('message', ({ data, source }) => {
  if (source === app.contentWindow && data?.devStore === 'app') answers[data.kind]?.(data);
});

onSaveBarAction((action) => tell('save-bar-action', action));

const ownStore = picker.value;
picker.addEventListener('change', async () => {
  const store = picker.value;
  picker.value = ownStore;
  if (!(await askToLeave())) return;
  hideSaveBar();
  location.href = `/store/${store}/apps/encore`;
});

const POLL_MS = 500;
const clockButtons = document.querySelectorAll('[data-clock-ms]');
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function drawClock({ now, target, done }) {
  const format = new Intl.DateTimeFormat('en', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: shell.dataset.zone,
  });
  shell.dataset.now = now;
  const time = document.getElementById('now');
  time.dateTime = now;
  time.textContent = format.format(new Date(now));
  const isMoving = done < 1;
  document.getElementById('moving').hidden = !isMoving;
  document.getElementById('moving-bar').value = done;
  const words = `On the way to ${format.format(new Date(target))}`;
  const told = document.getElementById('moving-words');
  if (isMoving && told.textContent !== words) told.textContent = words;
  return isMoving;
}

let isWatching = false;

// Follows the clock to where it is going; what the app shows is old then.
async function watchClock() {
  if (isWatching) return;
  isWatching = true;
  let hasMoved = false;
  for (;;) {
    const answer = await fetch('/_dev/target').catch(() => null);
    if (answer?.ok) {
      if (!drawClock(await answer.json())) break;
      hasMoved = true;
    }
    await sleep(POLL_MS);
  }
  isWatching = false;
  if (hasMoved) location.reload();
}

async function moveClock(byMs) {
  if (shell.dataset.conducted === 'yes') {
    if (await post('/_dev/target', { byMs })) {
      const { target, now } = await (await fetch('/_dev/target')).json();
      if (target === now) location.reload();
      else await watchClock();
    }
    return;
  }
  const to = new Date(Date.parse(shell.dataset.now) + byMs);
  if (await post('/_dev/clock', { to: to.toISOString() })) location.reload();
}

for (const button of clockButtons) {
  button.addEventListener('click', () => void moveClock(Number(button.dataset.clockMs)));
}
if (shell.dataset.conducted === 'yes') void watchClock();

document.getElementById('place-order')?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const fields = new FormData(event.target);
  const customerId = fields.get('customerId');
  const buyer = customerId
    ? { customerId }
    : { email: fields.get('email'), acceptsMarketing: fields.get('acceptsMarketing') !== null };
  const lines = Array.from(fields)
    .filter(([name, value]) => name.startsWith('product') && value !== '')
    .map(([, productId]) => ({ productId }));
  const placed = await post('/_dev/orders', { shop: shell.dataset.shop, lines, ...buyer });
  if (placed) {
    document.getElementById('order-answer').textContent =
      `Order ${placed.name} is placed. Encore decides about it within a second; move the clock to see its emails.`;
  }
});

// Only now is everybody here who listens to the app: what it says sooner would be lost.
app.src = app.dataset.address;
