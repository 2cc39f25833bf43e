// Stands in for App Bridge inside the embedded app: window.shopify and the ui-* elements, spoken to the local admin
// page around it by postMessage. Only what Encore uses is here.
(() => {
  const query = new URLSearchParams(location.search);
  // Later pages of the app do not carry these in their address.
  const remembered = (name) => {
    const given = query.get(name);
    if (given !== null) sessionStorage.setItem(`app-bridge ${name}`, given);
    return given ?? sessionStorage.getItem(`app-bridge ${name}`);
  };

  // --- Speaking with the admin page ---------------------------------------------------------------------------------

  const tell = (kind, detail = {}) => parent.postMessage({ devStore: 'app', kind, ...detail }, '*');
  const listeners = new Map();
  const on = (kind, listener) => listeners.set(kind, listener);
  addEventListener('message', ({ data, source }) => {
    if (source === parent && data?.devStore === 'admin') listeners.get(data.kind)?.(data);
  });

  let asked = 0;
  const waitingForToken = new Map();
  const idToken = () =>
    new Promise((resolve) => {
      asked += 1;
      waitingForToken.set(asked, resolve);
      tell('want-id-token', { number: asked });
    });
  on('id-token', ({ number, token }) => {
    waitingForToken.get(number)?.(token);
    waitingForToken.delete(number);
  });

  // --- window.shopify -----------------------------------------------------------------------------------------------

  let toasts = 0;
  const toastOptions = new Map();
  const toast = {
    show(text, options = {}) {
      toasts += 1;
      const id = `toast-${toasts}`;
      toastOptions.set(id, options);
      tell('toast', {
        id,
        text,
        isError: options.isError === true,
        action: options.action ?? null,
        duration: options.duration ?? 5000,
      });
      return id;
    },
    hide: (id) => tell('hide-toast', { id }),
  };
  on('toast-action', ({ id }) => toastOptions.get(id)?.onAction?.());
  on('toast-gone', ({ id }) => {
    toastOptions.get(id)?.onDismiss?.();
    toastOptions.delete(id);
  });

  // Settles only when the merchant leaves: nothing is promised about staying.
  let leave = () => {};
  let opener = null;
  const leaveConfirmation = () =>
    new Promise((resolve) => {
      leave = resolve;
      opener = document.hasFocus() ? document.activeElement : null;
      tell('want-to-leave');
    });
  on('leave', () => leave());
  // The dialog gives the focus back to this frame, which has forgotten where in it the focus was.
  on('stay', () => opener?.focus());

  const onElement = (method) => async (id) => document.getElementById(id)?.[method]();
  window.shopify = {
    config: {
      shop: remembered('shop'),
      host: remembered('host'),
      locale: remembered('locale') ?? 'en',
      apiKey: document.querySelector('script[data-api-key]')?.dataset.apiKey,
    },
    environment: { embedded: parent !== window, mobile: false, pos: false },
    ready: Promise.resolve(),
    idToken,
    toast,
    loading: (isLoading = true) => tell('loading', { isLoading }),
    modal: { show: onElement('show'), hide: onElement('hide'), toggle: onElement('toggle') },
    saveBar: {
      show: onElement('show'),
      hide: onElement('hide'),
      toggle: onElement('toggle'),
      leaveConfirmation,
    },
  };

  // --- fetch with the session token ---------------------------------------------------------------------------------

  const plainFetch = window.fetch;
  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    if (new URL(request.url).origin !== location.origin || request.headers.has('Authorization'))
      return plainFetch(request);
    const send = async () => {
      const headers = new Headers(request.headers);
      headers.set('Authorization', `Bearer ${await idToken()}`);
      return plainFetch(new Request(request.clone(), { headers }));
    };
    const response = await send();
    const isStale = response.headers.has('X-Shopify-Retry-Invalid-Session-Request');
    return isStale ? send() : response;
  };

  // The app's bounce page asks for itself again with a fresh token.
  const reloadTo = query.get('shopify-reload');
  if (reloadTo !== null) {
    idToken().then((token) => {
      const url = new URL(reloadTo, location.href);
      url.searchParams.set('id_token', token);
      location.replace(url);
    });
    return;
  }

  // --- Elements that the admin page draws ---------------------------------------------------------------------------

  const describeButton = (button, index) => ({
    index,
    text: button.textContent.trim(),
    isPrimary: button.getAttribute('variant') === 'primary',
    isDisabled: button.disabled || button.hasAttribute('loading'),
  });
  const buttonsOf = (element) => Array.from(element.querySelectorAll('button'));

  /** Hides an element and tells the admin page what is in it, now and whenever it changes. */
  class DrawnOutside extends HTMLElement {
    connectedCallback() {
      this.hidden = true;
      this.watcher = new MutationObserver(() => this.announce());
      this.watcher.observe(this, { attributes: true, childList: true, characterData: true, subtree: true });
      queueMicrotask(() => this.announce());
    }

    disconnectedCallback() {
      this.watcher.disconnect();
      this.announce();
    }
  }

  customElements.define(
    'ui-nav-menu',
    class extends DrawnOutside {
      announce() {
        const links = Array.from(this.querySelectorAll('a'));
        tell('nav-menu', {
          links: links.map((link) => ({
            text: link.textContent.trim(),
            href: link.getAttribute('href'),
            isHome: link.rel === 'home',
          })),
        });
      }
    },
  );
  customElements.define('s-app-nav', class extends customElements.get('ui-nav-menu') {});
  on('navigate', ({ href }) => {
    const links = Array.from(document.querySelectorAll('ui-nav-menu a, s-app-nav a'));
    const link = links.find((candidate) => candidate.getAttribute('href') === href);
    link?.dispatchEvent(new CustomEvent('shopify:navigate', { bubbles: true }));
  });

  customElements.define(
    'ui-title-bar',
    class extends DrawnOutside {
      announce() {
        // Inside a modal the title bar belongs to the modal.
        if (this.closest('ui-modal') !== null) return;
        const isThere = this.isConnected;
        tell('title-bar', {
          title: isThere ? this.getAttribute('title') : null,
          buttons: isThere ? buttonsOf(this).map(describeButton) : [],
        });
      }
    },
  );
  on('title-action', ({ index }) => {
    const bar = Array.from(document.querySelectorAll('ui-title-bar')).find(
      (candidate) => candidate.closest('ui-modal') === null,
    );
    if (bar !== undefined) buttonsOf(bar)[index]?.click();
  });

  customElements.define(
    'ui-save-bar',
    class extends DrawnOutside {
      isShown = false;

      show = async () => this.turn(true);
      hide = async () => this.turn(false);
      toggle = async () => this.turn(!this.isShown);

      turn(isShown) {
        if (this.isShown === isShown) return;
        this.isShown = isShown;
        this.announce();
        this.dispatchEvent(new Event(isShown ? 'show' : 'hide'));
      }

      announce() {
        const isShown = this.isShown && this.isConnected;
        tell('save-bar', { id: this.id, isShown, buttons: buttonsOf(this).map(describeButton) });
      }
    },
  );
  on('save-bar-action', ({ id, isPrimary }) => {
    const bar = document.getElementById(id);
    if (bar === null) return;
    buttonsOf(bar)
      .find((button) => (button.getAttribute('variant') === 'primary') === isPrimary)
      ?.click();
  });

  // --- The address of the app, for the admin page's own --------------------------------------------------------------

  const ADDED_BY_ADMIN = ['embedded', 'hmac', 'host', 'id_token', 'locale', 'session', 'shop', 'timestamp'];
  const tellLocation = () => {
    const url = new URL(location.href);
    for (const name of ADDED_BY_ADMIN) url.searchParams.delete(name);
    tell('location', { path: url.pathname + url.search });
  };
  for (const method of ['pushState', 'replaceState']) {
    const original = history[method].bind(history);
    history[method] = (...details) => {
      original(...details);
      tellLocation();
    };
  }
  addEventListener('popstate', tellLocation);
  tellLocation();
})();
