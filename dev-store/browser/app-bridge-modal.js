// The modal of the stand-in for App Bridge, drawn inside the app; app-bridge.js is the rest of it.
(() => {
  const buttonsOf = (element) => Array.from(element.querySelectorAll('button'));

  customElements.define(
    'ui-modal',
    class extends HTMLElement {
      content = document.createElement('div');
      dialog = document.createElement('dialog');

      connectedCallback() {
        const children = Array.from(this.children).filter((child) => child.localName !== 'ui-title-bar');
        if (!this.isReact()) this.content.append(...children);
        this.dialog.addEventListener('close', () => this.dispatchEvent(new Event('hide')));
        document.body.append(this.dialog);
      }

      disconnectedCallback() {
        this.dialog.remove();
      }

      /** The React component fills `content` by itself and leaves an empty div behind. */
      isReact() {
        return Array.from(this.children).every(
          (child) => child.localName.startsWith('ui-') || child.childElementCount === 0,
        );
      }

      async show() {
        if (this.dialog.open) return;
        this.draw();
        this.dialog.showModal();
        this.dispatchEvent(new Event('show'));
      }

      hide = async () => this.dialog.open && this.dialog.close();
      toggle = async () => (this.dialog.open ? this.hide() : this.show());

      draw() {
        const title = document.createElement('h2');
        title.id = `${this.id}-title`;
        this.dialog.setAttribute('aria-labelledby', title.id);
        this.dialog.style.cssText =
          'width: min(620px, 92vw); border: 1px solid #90a4ae; border-radius: 8px; padding: 16px';
        const actions = document.createElement('div');
        actions.style.cssText = 'display: flex; justify-content: flex-end; gap: 8px; margin-top: 16px';
        this.dialog.replaceChildren(title, this.content, actions);
        this.follow(title, actions);
        const bar = this.querySelector('ui-title-bar');
        if (bar === null) return;
        this.watcher?.disconnect();
        this.watcher = new MutationObserver(() => this.follow(title, actions));
        this.watcher.observe(bar, { attributes: true, childList: true, characterData: true, subtree: true });
      }

      /** The title and the buttons as the app has them now; a button that stays keeps the focus. */
      follow(title, actions) {
        const bar = this.querySelector('ui-title-bar');
        title.textContent = bar?.getAttribute('title') ?? '';
        const buttons = bar === null ? [] : buttonsOf(bar).toReversed();
        if (actions.childElementCount !== buttons.length)
          actions.replaceChildren(...buttons.map((_, index) => this.actionOf(buttons.length - 1 - index)));
        buttons.forEach((button, index) => {
          actions.children[index].textContent = button.textContent;
          actions.children[index].disabled = button.disabled;
        });
      }

      /** Stands for the button at that place of the title bar, whichever the app has there when it is pressed. */
      actionOf(place) {
        const action = document.createElement('button');
        action.type = 'button';
        action.addEventListener('click', () => {
          const bar = this.querySelector('ui-title-bar');
          if (bar !== null) buttonsOf(bar)[place]?.click();
        });
        return action;
      }
    },
  );
})();
