// The save bar of the local admin page, and the question before a page with unsaved changes is left.
const bar = document.getElementById('save-bar');
const dialog = document.getElementById('leave');
const buttons = [
  { element: document.getElementById('save'), isPrimary: true, text: 'Save' },
  { element: document.getElementById('discard'), isPrimary: false, text: 'Discard' },
];

/** Draws what the app says of its bar. */
export function drawSaveBar({ id, isShown, buttons: given }) {
  bar.hidden = !isShown;
  bar.dataset.saveBar = id;
  for (const { element, isPrimary, text } of buttons) {
    const button = given.find((candidate) => candidate.isPrimary === isPrimary);
    element.disabled = button?.isDisabled ?? false;
    element.textContent = button?.text || text;
  }
}

/** Tells which button of which bar was pressed. */
export function onSaveBarAction(listener) {
  for (const { element, isPrimary } of buttons)
    element.addEventListener('click', () => listener({ id: bar.dataset.saveBar, isPrimary }));
}

/** Out: whether the page may be left; asks only when there are unsaved changes. Escape stays, as the button does. */
export function askToLeave() {
  if (bar.hidden) return true;
  dialog.returnValue = 'stay';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'leave'), { once: true });
  });
}

/** The changes were given up: nothing asks for them any more. */
export function hideSaveBar() {
  bar.hidden = true;
}

// Whatever loads the whole page anew or closes it: the browser asks in its own words.
addEventListener('beforeunload', (event) => {
  if (!bar.hidden) event.preventDefault();
});
