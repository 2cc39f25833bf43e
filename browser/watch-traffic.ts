import { expect, type Page, type Request } from '@playwright/test';

const QUIET_MS = 500;
const LONGEST_MS = 30_000;

/** In: a page before it asks for anything. Out: waits until it has asked for nothing, and waited for nothing, for a while. */
export function watchTraffic(page: Page): () => Promise<void> {
  const underWay = new Set<Request>();
  let lastAt = performance.now();
  const note = (request: Request, isUnderWay: boolean) => {
    if (isUnderWay) underWay.add(request);
    else underWay.delete(request);
    lastAt = performance.now();
  };
  page.on('request', (request) => note(request, true));
  page.on('requestfinished', (request) => note(request, false));
  page.on('requestfailed', (request) => note(request, false));
  const isQuiet = () => underWay.size === 0 && performance.now() - lastAt > QUIET_MS;
  return () => expect.poll(isQuiet, { timeout: LONGEST_MS, message: 'the page went on asking' }).toBe(true);
}
