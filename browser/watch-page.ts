import type { Page } from '@playwright/test';

/**
 * Collects what goes wrong in the browser from here on: complaints of the console, errors, requests to other hosts, and
 * questions for routes, during which a press can blank the page (decision 0041).
 */
export function watchPage(page: Page): ReadonlyArray<string> {
  const faults: string[] = [];
  page.on('console', (message) => {
    // axe puts itself into the sandboxed preview and is refused there.
    if (message.type() === 'error' && !message.text().includes('about:srcdoc')) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && new URL(request.url()).hostname !== '127.0.0.1')
      faults.push(`asked ${request.url()}`);
    if (request.url().includes('/__manifest')) faults.push(`asked for routes at ${page.url()}`);
  });
  return faults;
}
