import type { Tools } from './ports';

/**
 * Asks for a failed import again. In: shop. Out: nothing; an import that has not failed stays as it is.
 */
export async function resumeImport(
  { store }: Pick<Tools, 'store'>,
  { shopId }: { readonly shopId: string },
): Promise<void> {
  const progress = await store.findImport(shopId);
  if (progress?.state !== 'failed') return;
  await store.saveImport(shopId, { ...progress, state: 'requested', error: null });
  await store.enqueue(shopId, 'import_history', {});
}
