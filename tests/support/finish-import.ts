import type { Store } from '#flows/ports';

/** The export ends beside everything else, so it is asked again until it has. */
export async function finishImport(
  store: Store,
  shopId: string,
  step: () => Promise<unknown>,
): Promise<void> {
  for (let look = 0; look < 500; look += 1) {
    await step();
    const found = await store.findImport(shopId);
    if (found?.state === 'done') return;
    if (found?.state === 'failed') throw new Error(`the import failed: ${found.error}`);
    await store.enqueue(shopId, 'import_history', {});
  }
  throw new Error('the import did not end');
}
